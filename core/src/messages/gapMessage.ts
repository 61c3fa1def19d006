/**
 * The sentences that a gap is told with: the same in editor, terminal and report.
 */
import type { CallArguments } from '../facts/fileFacts.js';
import { type Gap, IF_SOURCE_NEEDS, type TargetGap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour, Case, Condition } from '../knowledge/schema.generated.js';
import { nameOf } from '../report/report.js';
import { baseName } from '../source/baseName.js';
import type { Use } from '../uses/use.js';
import { conditionText } from './conditionText.js';
import { occasionText, practiceText, standInText } from './operationText.js';
import { purposeText } from './purposeText.js';
import { settingSubject } from './settingText.js';

/** One line: what happens, on which targets, worst first; equal outcomes together. */
export function gapMessage(gap: Gap, knowledge: Knowledge): string {
  const head =
    gap.use.kind === 'setting'
      ? settingSubject(gap.use, knowledge)
      : `${callText(gap)}${occasionText(gap.use)}${purposeText(gap.use)}${programText(gap.programs)}`;
  return `${head} — ${outcomesText(gap, knowledge)}${importText(gap)}`;
}

/** What happens on all targets. Gaps of equal outcomes share the list of them, so that most are told before. */
function outcomesText({ use, targets }: Gap, knowledge: Knowledge): string {
  let byKind = OUTCOMES.get(targets);
  if (!byKind) {
    byKind = new Map();
    OUTCOMES.set(targets, byKind);
  }
  let text = byKind.get(use.kind);
  if (text === undefined) {
    text = toldOutcomes(use, targets, knowledge);
    byKind.set(use.kind, text);
  }
  return text;
}

const OUTCOMES = new WeakMap<readonly TargetGap[], Map<Use['kind'], string>>();

function toldOutcomes(use: Use, targets: readonly TargetGap[], knowledge: Knowledge): string {
  const outcomes = new Map<string, string[]>();
  const build = buildText(targets[0]);
  const isBuildShared = targets.every((one) => buildText(one) === build);
  for (const one of targets) {
    const text = outcomeText(one, use) + (isBuildShared ? '' : buildText(one));
    const names = outcomes.get(text);
    if (names) names.push(nameOf(one.target, knowledge));
    else outcomes.set(text, [nameOf(one.target, knowledge)]);
  }
  const parts = [...outcomes].map(([text, names]) => `${names.join(' and ')}: ${text}`);
  return `${parts.join('; ')}${isBuildShared ? build : ''}`;
}

/** Where the binaries and the source of a program say the same, or one of them more. */
function importText({ importedBy, inSource }: Gap): string {
  if (inSource === 'none') return '; no use of it in the source';
  if (inSource === 'left-out') return '; in the source only in code that is left out';
  if (inSource === 'conditional') return '; in the source only under conditions, of which one holds';
  if (!importedBy) return '';
  const names = importedBy.map((path) => baseName(path));
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return `; imported by ${names.slice(0, NAMES_SHOWN).join(', ')}${more}`;
}

/** What a target does, and the statement's own words: for the line below the message. */
export function gapDetail(gap: TargetGap): string {
  return gap.case.note ?? gap.statement.note ?? '';
}

/** How a use is named in a sentence. */
export function subject(use: Use): string {
  const symbol = use.kind === 'call' || use.kind === 'macro' ? `${use.symbol}()` : use.symbol;
  switch (use.kind) {
    case 'syscall':
      return `system call ${use.symbol}`;
    case 'include':
      return `header <${use.symbol}>`;
    case 'command':
      return use.operation ? use.symbol : `program ${use.symbol}`;
    case 'practice':
      return practiceText(use);
    case 'setting':
      return use.symbol.split('/').reverse().join(' of ');
    case 'import':
      return use.name === use.symbol ? `import of ${use.name}` : `import of ${use.name} (${use.symbol})`;
    case 'path':
      return pathText(use);
    case 'macro':
      return use.name === use.symbol ? symbol : `${symbol} through ${use.name}`;
    default:
      return symbol;
  }
}

/** A path, and the folder by which it goes where nothing is known of the path itself. */
function pathText({ feature, symbol }: Use): string {
  const known = feature.slice('path'.length);
  return symbol === known ? symbol : `${symbol} below ${known}`;
}

/** The subject of a gap: a call with the constants in its arguments on which it depends. */
function callText({ use, targets }: Gap): string {
  const name = subject(use);
  const shown = use.arguments ? decidingConstants(use.arguments, targets) : '';
  return shown === '' || isConstant(use) ? name : name.replace('()', `(${shown})`);
}

/** `.., MSG_MORE`: the constants in arguments that a statement asks for; dots for other arguments. */
function decidingConstants({ values }: CallArguments, targets: readonly TargetGap[]): string {
  const asked = new Map<number, Set<string>>();
  for (const { statement } of targets) {
    for (const { when } of statement.cases) if (when) collectAsked(when, asked);
  }
  const shown: string[] = [];
  let hasConstant = false;
  for (const [index, value] of values.entries()) {
    const names = value.kind === 'constants' ? shownNames(value.names, asked.get(index)) : [];
    if (names.length > 0) {
      hasConstant = true;
      shown.push(names.join('|'));
    } else if (shown.at(-1) !== '..') shown.push('..');
  }
  return hasConstant ? shown.join(', ') : '';
}

/** Constants as they are written; of many flags those that are asked for. */
function shownNames(names: readonly string[], asked: ReadonlySet<string> | undefined): readonly string[] {
  if (!asked || names.some((name) => name === 'NULL' || name.endsWith('()'))) return [];
  return names.length <= NAMES_SHOWN ? names : names.filter((name) => asked.has(name));
}

/** More constants in one argument, or binaries, do not fit into a sentence. */
const NAMES_SHOWN = 3;

/** The arguments that a condition asks for, with the constants that it names. */
function collectAsked(condition: Condition, asked: Map<number, Set<string>>): void {
  if ('all' in condition || 'any' in condition) {
    for (const part of 'all' in condition ? condition.all : condition.any) collectAsked(part, asked);
  } else if ('arg' in condition) {
    const names = asked.get(condition.arg) ?? new Set();
    asked.set(condition.arg, names);
    for (const value of Object.values(condition).flat()) {
      if (typeof value === 'string') for (const name of value.split('|')) names.add(name);
    }
  }
}

function isConstant(use: Use): boolean {
  return use.kind === 'flag' || use.kind === 'signal';
}

/** What a target does at one use, and on what arguments that depends. */
export function outcomeText(gap: TargetGap, use: Use): string {
  // Of what source itself does, the words say more than that something stands in.
  if (gap.substitute && !use.operation) return firstSentence(gap.substitute.what);
  if (gap.substitute) return standInText(gap.substitute);
  const outcome = caseText(gap.case, use);
  const how = HOW.has(gap.behaviour) ? firstSentence(gapDetail(gap)) : '';
  return withHow(outcome, how, use) + exceptionText(gap);
}

/** An outcome with the statement's own words behind it, each thing once. */
function withHow(outcome: string, note: string, use: Use): string {
  const how = note.replace(/^works\b[,:]?\s*/, '');
  if (how === '' || outcome.includes(how)) return outcome;
  // What becomes of a signal needs no other words.
  if (use.kind === 'signal' && outcome === NEVER_COMES) return how;
  const result = /^(.*) \((.*)\)$/.exec(outcome);
  if (!result) return `${outcome} (${how})`;
  return how.startsWith(result[2]) ? `${result[1]} (${how})` : `${result[1]} (${result[2]}; ${how})`;
}

const NEVER_COMES = 'never comes';

/** Behaviours that say little without the statement's own words. */
const HOW: ReadonlySet<Behaviour> = new Set(['partial', 'no-op', 'wrong']);

/** The first sentence of a note, to stand within another. */
function firstSentence(note: string): string {
  const sentence = note.replace(/\s+\([^()]*\)/g, '').split(/[.;](?:\s|$)/, 1)[0];
  return /^[A-Z][a-z]*(?=[\s,:]|$)/.test(sentence) ? sentence[0].toLowerCase() + sentence.slice(1) : sentence;
}

/** When something milder holds, as far as the source does not tell. */
function exceptionText({ exceptions }: TargetGap): string {
  return exceptions.length > 0 ? ` unless ${exceptions.slice(0, 2).map(conditionText).join(', or ')}` : '';
}

/** The conditions of the build that nobody can decide. */
function buildText({ undecided }: TargetGap): string {
  if (undecided.length === 0) return '';
  if (undecided[0] === IF_SOURCE_NEEDS) return ` (if ${IF_SOURCE_NEEDS})`;
  return ` (where ${undecided.slice(-2).join(' and ')} holds)`;
}

/** What a case does, in a few words. */
export function caseText(one: Case, use: Pick<Use, 'kind'>): string {
  const result = resultText(one);
  switch (one.behaviour) {
    case 'supported':
      return 'works';
    case 'partial':
      return 'works with limits';
    case 'no-op':
      if (use.kind === 'signal') return NEVER_COMES;
      return `reports success and does nothing${result ? ` (${result})` : ''}`;
    case 'wrong':
      return `gives a wrong answer${result ? ` (${result})` : ''}`;
    case 'fails':
      return `fails${result ? `: ${result}` : ''}`;
    case 'hangs':
      return 'hangs';
    case 'aborts':
      return (
        (one.effect === 'power-off' ? 'powers the guest off' : 'halts the guest') +
        (use.kind === 'signal' ? ' when it comes' : '')
      );
    case 'missing':
      return missingText(one, use);
  }
}

function missingText(one: Case, use: Pick<Use, 'kind'>): string {
  switch (one.at) {
    case 'compile':
      return 'missing: does not compile';
    case 'link':
      return 'missing: does not link';
    case 'load':
      return 'cannot be loaded';
    case 'first-call':
      return 'missing: the guest halts at the first call';
    case 'open':
      return `missing: open fails${one.errno ? ` with ${one.errno}` : ''}`;
    default:
      return use.kind === 'command'
        ? 'cannot be started'
        : `missing${resultText(one) ? `: ${resultText(one)}` : ''}`;
  }
}

function resultText(one: Case): string {
  const parts: string[] = [];
  if (one.returns !== undefined) parts.push(`returns ${one.returns}`);
  if (one.errno === 'unchanged') parts.push('errno left unchanged');
  else if (one.errno === 'zero') parts.push('errno reset to 0');
  else if (one.errno?.startsWith('-')) parts.push(`errno negated: ${one.errno}`);
  else if (one.errno !== undefined) parts.push(`errno ${one.errno}`);
  return parts.join(', ');
}

function programText(programs: readonly string[]): string {
  const names = [...new Set(programs)].filter((name) => name !== 'sh');
  return names.length > 0 ? ` (starts ${names.slice(0, 4).join(', ')})` : '';
}
