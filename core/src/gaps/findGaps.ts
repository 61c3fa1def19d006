/**
 * The only place where uses and targets meet.
 */
import { standingOf } from '../guards/standing.js';
import { TargetEnvironment } from '../guards/targetEnvironment.js';
import type { ProgramIndex } from '../index/programIndex.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour, Condition } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Use } from '../uses/use.js';
import { familyOf } from './familyOf.js';
import type { Gap, TargetGap } from './gap.js';
import { BADNESS, possibleCases } from './possibleCases.js';
import { lowered, SEVERITIES, severityOf } from './severity.js';
import { builtSystems, targetMacros } from './targetMacros.js';

const NONE: readonly never[] = [];

/** How a feature fares on a target: the worst over its uses there. */
export type FeatureStanding = Behaviour | 'unknown';

export interface TargetJudgement {
  readonly target: TargetSpec;
  readonly environment: TargetEnvironment;
  readonly systems: ReadonlySet<string>;
  /** Whether some header of the program defines a macro of this name. */
  isDefinedByProgram(name: string): boolean;
  /** Answers for uses under no condition and without arguments, by feature: they are most, and all alike. */
  readonly plain: Map<string, TargetGap | undefined>;
}

/** One target ready to be asked about uses. */
export function judgementOf(
  target: TargetSpec,
  knowledge: Knowledge,
  index: ProgramIndex,
  defines: Readonly<Record<string, string>>,
): TargetJudgement {
  return {
    target,
    environment: new TargetEnvironment(targetMacros(target, knowledge), index, defines),
    systems: builtSystems(target, knowledge),
    isDefinedByProgram: (name) => index.macrosNamed(name).length > 0,
    plain: new Map(),
  };
}

/** Gaps of uses on the targets, one a use, in the order of the uses. */
export function findGaps(
  uses: readonly Use[],
  judgements: readonly TargetJudgement[],
  knowledge: Knowledge,
): Gap[] {
  const gaps: Gap[] = [];
  for (const group of byCall(uses)) {
    const perTarget = judgements.map((judgement) => gapsOfCall(group, judgement, knowledge));
    if (perTarget.every((found) => found.length === 0)) continue;
    const programs = group.filter((use) => use.kind === 'command').map((use) => use.symbol);
    for (const use of group) {
      const targets = perTarget.flatMap((found) => found.find((one) => one.use === use)?.gap ?? []);
      if (targets.length > 0) gaps.push(gapOf(use, targets, use.kind === 'command' ? NONE : programs));
    }
  }
  return gaps;
}

/** What a target does at one use; undefined for no gap there. */
export function targetGapOf(
  use: Use,
  judgement: TargetJudgement,
  knowledge: Knowledge,
): TargetGap | undefined {
  const { plain } = judgement;
  const isPlain =
    !use.guard &&
    use.through.length === 0 &&
    use.replaced.length === 0 &&
    use.included.length === 0 &&
    !use.arguments &&
    use.systems.length === 0;
  if (isPlain && plain.has(use.feature)) return plain.get(use.feature);
  const gap = judgedGap(use, judgement, knowledge);
  if (isPlain) plain.set(use.feature, gap);
  return gap;
}

function judgedGap(use: Use, judgement: TargetJudgement, knowledge: Knowledge): TargetGap | undefined {
  const statement = knowledge.statement(judgement.target, use.feature);
  if (!statement) return undefined;
  const { usual, isDecided, exceptions } = possibleCases(statement, use.arguments);
  if (!usual || usual.behaviour === 'supported') return undefined;
  // A limit that may not even be met is for the hover alone.
  if (usual.behaviour === 'partial' && !(isDecided && usual.when)) {
    if (!isDecided || hasArgumentCases(statement.cases)) return undefined;
  }
  const standing = standingOf(use, judgement.environment, judgement.systems);
  if (standing.truth === 'false' || standing.tags.includes('other-os')) return undefined;
  const harm = familyOf(use, knowledge)?.harm ?? 'loses-function';
  // A constant that the program defines where headers lack it compiles everywhere.
  if (use.kind === 'flag' && usual.at === 'compile' && judgement.isDefinedByProgram(use.symbol))
    return undefined;
  const certain = severityOf(usual, harm);
  if (certain === undefined) return undefined;
  // The guest halts when the fault comes, not where a handler for it is installed.
  const full = use.kind === 'signal' && usual.behaviour === 'aborts' ? lowered(certain) : certain;
  const severityIfBuilt = exceptions.length > 0 ? lowered(full) : full;
  const severity = standing.truth === 'undecided' ? lowered(severityIfBuilt) : severityIfBuilt;
  const undecided = standing.truth === 'undecided' ? undecidedConditions(use, judgement.environment) : [];
  return {
    target: judgement.target,
    behaviour: usual.behaviour,
    severity,
    severityIfBuilt,
    statement,
    case: usual,
    isDecided: exceptions.length === 0,
    exceptions,
    tags: standing.tags,
    undecided,
  };
}

/** What nobody can decide around a use; the ways by which its file is included are alternatives. */
function undecidedConditions(use: Use, environment: TargetEnvironment): string[] {
  const texts = [use.guard, ...use.through].flatMap((chain) => environment.undecided(chain));
  const ways = use.included.map((chain) => environment.undecided(chain).join(' && ')).filter(Boolean);
  if (ways.length > 0) texts.unshift([...new Set(ways)].join(' || '));
  return [...new Set(texts)];
}

/** Gaps of a call and of what its arguments name: one fact is told once. */
function gapsOfCall(
  group: readonly Use[],
  judgement: TargetJudgement,
  knowledge: Knowledge,
): { use: Use; gap: TargetGap }[] {
  const found: { use: Use; gap: TargetGap }[] = [];
  for (const use of group) {
    const gap = targetGapOf(use, judgement, knowledge);
    if (gap) found.push({ use, gap });
  }
  if (found.length < 2) return found;
  const call = found.find(({ use }) => isCallLike(use));
  const constants = found.filter(({ use }) => isConstant(use));
  const isCallToldByConstant = constants.some(({ use, gap }) => tellsTheCall(use, gap, call?.gap));
  const hasSystemCall = found.some(({ use }) => use.kind === 'syscall');
  const hasStarter = found.some(({ use }) => use.kind !== 'command');
  return found.filter(({ use, gap }) => {
    if (use === call?.use && isCallToldByConstant) return false;
    if (isConstant(use) && call && !isCallToldByConstant && coversConstants(call.gap, gap)) return false;
    if (isCallLike(use) && use.symbol === 'syscall' && hasSystemCall) return false;
    // A program that cannot be started is told with the call that starts it.
    return !(use.kind === 'command' && hasStarter);
  });
}

function gapOf(use: Use, targets: TargetGap[], programs: readonly string[]): Gap {
  targets.sort(
    (a, b) =>
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      BADNESS[b.behaviour] - BADNESS[a.behaviour],
  );
  const severity = targets[0].severity;
  const conditional = targets.every((gap) => gap.tags.includes('conditional'));
  return {
    use,
    targets: targets.slice(), // without the room that it was given to grow
    severity,
    tags: conditional ? [...use.tags, 'conditional'] : use.tags,
    programs: programs.length > 0 ? programs : NONE,
  };
}

/** Uses of one call side by side: the call and what its arguments name. Uses of one file follow each other. */
function* byCall(uses: readonly Use[]): Generator<readonly Use[]> {
  let path: string | undefined;
  let calls = new Map<number, Use[]>();
  for (const use of uses) {
    if (use.path !== path) {
      yield* calls.values();
      calls = new Map();
      path = use.path;
    }
    const key = use.call ?? use.start;
    const group = calls.get(key);
    if (group) group.push(use);
    else calls.set(key, [use]);
  }
  yield* calls.values();
}

/** Whether a constant's own statement says what the call's case for that constant says. */
function tellsTheCall(constant: Use, gap: TargetGap, call: TargetGap | undefined): boolean {
  const when = call?.case.when;
  if (!call || !when) return false;
  return (
    BADNESS[gap.behaviour] >= BADNESS[call.behaviour] &&
    (names(when, constant.symbol) || gap.behaviour === call.behaviour)
  );
}

/** Whether nothing is left that a constant could ask of a call, or the call does the same whatever it is asked. */
function coversConstants(call: TargetGap, constant: TargetGap): boolean {
  if (!call.isDecided) return false;
  const { behaviour } = call;
  const isLost = behaviour === 'missing' || behaviour === 'fails' || behaviour === 'aborts';
  return isLost || behaviour === constant.behaviour;
}

/** Whether a condition speaks of a constant by its name. */
function names(when: Condition, constant: string): boolean {
  if ('all' in when) return when.all.some((part) => names(part, constant));
  if ('any' in when) return when.any.some((part) => names(part, constant));
  const listed = Object.values(when).flat();
  return listed.some((value) => typeof value === 'string' && value.split('|').includes(constant));
}

function isConstant(use: Use): boolean {
  return use.kind === 'flag' || use.kind === 'signal';
}

function isCallLike(use: Use): boolean {
  return use.kind === 'call' || use.kind === 'macro' || use.kind === 'reference';
}

function hasArgumentCases(cases: readonly { readonly when?: unknown }[]): boolean {
  return cases.some((one) => one.when !== undefined);
}
