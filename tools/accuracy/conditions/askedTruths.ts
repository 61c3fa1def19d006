/**
 * What the core makes of a condition at a line: the sources of a package are read as a scan reads them, and the
 * group that the directive opens is asked for each target.
 */
import { readFacts } from '#core/c/readFacts.js';
import type { SyntaxEngine } from '#core/engine/engine.js';
import type { Vocabulary } from '#core/facts/vocabulary.js';
import { judgementOf } from '#core/gaps/targetGap.js';
import type { Truth } from '#core/guards/decision.js';
import { type GuardChain, GuardChains } from '#core/guards/guardChain.js';
import type { TargetEnvironment } from '#core/guards/targetEnvironment.js';
import { isHeaderPath } from '#core/index/programIndex.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { parseTargetSpec } from '#core/knowledge/targetSpec.js';
import { sourceLanguage } from '#core/scan/language.js';
import { readProgram } from '#core/scan/readProgram.js';
import { readText } from '#core/scan/readText.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { Workspace } from '#core/workspace.js';
import { JUDGED_TARGETS, type JudgedCondition, type JudgedTarget, placeText } from './judgedCondition.js';

export interface AskedTruth {
  /** Whether the group is compiled where what stands around it is. */
  readonly own: Truth;
  /** Whether what stands around it is compiled; undefined where no `#if` does. */
  readonly enclosing: Truth | undefined;
}

export type AskedTruths = Readonly<Record<JudgedTarget, AskedTruth>>;

export interface AskOptions {
  readonly knowledge: Knowledge;
  readonly engine: () => Promise<SyntaxEngine>;
}

/**
 * Asks for conditions of one package, in their order. Of the program's own switches those are known that a scan
 * keeps: the ones that conditions around uses, or conditions of headers, ask for.
 * Throws an Error that names the place where the file does not hold what was judged, or the core sees no group.
 */
export async function askTruths(
  workspace: Workspace,
  conditions: readonly JudgedCondition[],
  { knowledge, engine }: AskOptions,
): Promise<AskedTruths[]> {
  const targets = JUDGED_TARGETS.map((id) => {
    const spec = parseTargetSpec(id, knowledge);
    if ('problem' in spec) throw new Error(spec.problem);
    return spec.value;
  });
  const catalogue = catalogueOf(knowledge);
  const vocabulary = vocabularyOf(knowledge, catalogue, true, targets);
  const { index } = await readProgram(workspace, { vocabulary, catalogue, engine });
  const environments = targets.map((target) => judgementOf(target, knowledge, index, {}).environment);
  const truths: AskedTruths[] = [];
  for (const condition of conditions) {
    const bytes = await bytesOf(workspace, condition);
    const asked = groupAt(condition, bytes, vocabulary);
    const [osv, rumprun] = environments.map((environment) => truthOf(asked, environment));
    truths.push({ osv, rumprun });
  }
  return truths;
}

/** The group that a directive opens, without and with what stands around it. */
interface AskedGroup {
  readonly own: GuardChain | undefined;
  /** Whether the reader takes it for dead text: a macro of the file itself decides so. */
  readonly isDead: boolean;
  readonly around: GuardChain | undefined;
  readonly hasAround: boolean;
}

function groupAt(condition: JudgedCondition, bytes: Uint8Array, vocabulary: Vocabulary): AskedGroup {
  const { path } = condition;
  const cplusplus = sourceLanguage(path)?.cplusplus ?? false;
  const groupsOf = (text: Uint8Array) =>
    readFacts(path, text, text.length, cplusplus, vocabulary).facts.conditions;
  const { conditions: groups, own } = readFacts(path, bytes, bytes.length, cplusplus, vocabulary).facts;
  const group = groups.find(({ line }) => line === condition.line - 1);
  if (!group) throw new Error(`${placeText(condition)}: the reader sees no condition there`);
  const { terms, parent, line } = group;
  const isEmpty = terms.length === 0;
  const chains = new GuardChains(groups, own, isHeaderPath(path));
  const chain = chains.of(groups.indexOf(group));
  return {
    own: isEmpty || !chain ? undefined : { ...chain, outer: undefined },
    isDead: !isEmpty && !groupsOf(withProbe(bytes, line)).some(isProbe),
    around: chains.of(parent),
    hasAround: parent >= 0,
  };
}

function truthOf({ own, isDead, around, hasAround }: AskedGroup, environment: TargetEnvironment): AskedTruth {
  return {
    own: isDead ? 'false' : environment.truthOf(own),
    enclosing: hasAround ? environment.truthOf(around) : undefined,
  };
}

/** The bytes of the file of a condition, if the line is still the one that was judged. */
async function bytesOf(workspace: Workspace, judged: JudgedCondition): Promise<Uint8Array> {
  const { path, line, condition } = judged;
  const content = await readText(workspace, { path });
  if ('problem' in content) throw new Error(`${placeText(judged)}: ${content.problem}`);
  // The workspace may use its buffer again.
  const bytes = content.bytes.slice(0, content.length);
  const text = Buffer.from(bytes).toString('latin1').split('\n')[line - 1]?.trim();
  if (text !== condition)
    throw new Error(`${placeText(judged)}: expected "${condition}", found "${text ?? ''}"`);
  return bytes;
}

const PROBE = 'UNIGAP_ACCURACY_PROBE';

/** The text with one more `#if` right behind a directive: the reader sees it unless it takes the group for dead. */
function withProbe(bytes: Uint8Array, line: number): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  let last = line;
  while (/\\\r?$/.test(lines[last])) last++;
  lines.splice(last + 1, 0, `#if ${PROBE}`, '#endif');
  return Buffer.from(lines.join('\n'), 'latin1');
}

function isProbe({ terms }: { readonly terms: readonly { readonly expression: string }[] }): boolean {
  return terms.some(({ expression }) => expression === PROBE);
}
