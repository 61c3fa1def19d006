/**
 * The only place where uses and targets meet.
 */
import { standingOf } from '../guards/standing.js';
import { type BuildMacros, TargetEnvironment } from '../guards/targetEnvironment.js';
import type { ProgramIndex } from '../index/programIndex.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour, Case, Condition } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { neededFor } from '../uses/argumentScopes.js';
import type { Use } from '../uses/use.js';
import { casesAtUse } from './casesAtUse.js';
import { familyOf } from './familyOf.js';
import type { Gap, TargetGap } from './gap.js';
import { mergedVariants } from './mergedVariants.js';
import { BADNESS } from './possibleCases.js';
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
  defines: BuildMacros,
): TargetJudgement {
  return {
    target,
    environment: new TargetEnvironment(targetMacros(target, knowledge), index, defines),
    systems: builtSystems(target, knowledge),
    isDefinedByProgram: (name) => index.macrosNamed(name).length > 0,
    plain: new Map(),
  };
}

/** Joins uses with what targets do. */
export class GapFinder {
  /** The last answers of each feature: most of its gaps have equal ones and share the list. */
  private readonly lastTargets = new Map<string, readonly TargetGap[]>();

  constructor(
    private readonly judgements: readonly TargetJudgement[],
    private readonly knowledge: Knowledge,
  ) {}

  /** Adds the gaps of whole files' uses to a list, one a use, in the order of the uses. */
  find(uses: readonly Use[], gaps: Gap[]): void {
    for (const group of byCall(uses)) {
      const perTarget = this.judgements.map((judgement) =>
        withoutCallOfPath(gapsOfCall(group, judgement, this.knowledge)),
      );
      if (perTarget.every((found) => found.length === 0)) continue;
      const programs = group.filter((use) => use.kind === 'command').map((use) => use.symbol);
      const ofCall: Gap[] = [];
      for (const use of group) {
        const targets = perTarget.flatMap((found) => found.find((one) => one.use === use)?.gap ?? []);
        if (targets.length === 0) continue;
        ofCall.push(gapOf(use, this.shared(use.feature, targets), use.kind === 'command' ? NONE : programs));
      }
      for (const gap of ofCall.length > 1 ? mergedVariants(ofCall) : ofCall) gaps.push(gap);
    }
  }

  private shared(feature: string, targets: TargetGap[]): readonly TargetGap[] {
    targets.sort(
      (a, b) =>
        SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
        BADNESS[b.behaviour] - BADNESS[a.behaviour],
    );
    const last = this.lastTargets.get(feature);
    if (last && last.length === targets.length && last.every((one, i) => one === targets[i])) return last;
    const list = targets.slice(); // without the room that it was given to grow
    this.lastTargets.set(feature, list);
    return list;
  }
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
    use.purpose === undefined &&
    !use.arguments &&
    use.systems.length === 0 &&
    !use.isAside &&
    !use.isAlternative;
  if (isPlain && plain.has(use.feature)) return plain.get(use.feature);
  const gap = judgedGap(use, judgement, knowledge);
  if (isPlain) plain.set(use.feature, gap);
  return gap;
}

function judgedGap(use: Use, judgement: TargetJudgement, knowledge: Knowledge): TargetGap | undefined {
  const statement = knowledge.statement(judgement.target, use.feature);
  if (!statement) return undefined;
  const { usual, isDecided, exceptions } = casesAtUse(use, statement);
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
function gapsOfCall(group: readonly Use[], judgement: TargetJudgement, knowledge: Knowledge): FoundGap[] {
  const found: FoundGap[] = [];
  for (const use of group) {
    const gap = targetGapOf(use, judgement, knowledge);
    if (gap) found.push({ use, gap });
  }
  if (found.length === 0 || group.length < 2) return found;
  const call = found.find(({ use }) => isCallLike(use));
  const held = caseOfCall(group, judgement, knowledge);
  const beyondReach = group.filter((use) => isBeyondReach(use, judgement, knowledge));
  const constants = found.filter(
    (one) => isConstant(one.use) && !beyondReach.includes(one.use) && !(held && decides(held, one.use)),
  );
  const tellers = call ? tellersOf(call, constants) : [];
  const isCallToldByConstant =
    tellers.length > 0 || (beyondReach.length > 0 && call?.gap.behaviour === 'fails');
  // Where a call fails for one constant, the others are not come to.
  const isRefused = tellers.length > 0 && call?.gap.isDecided === true && isLost(call.gap);
  const hasSystemCall = found.some(({ use }) => use.kind === 'syscall');
  const hasStarter = found.some(({ use }) => use.kind !== 'command');
  return found.filter((one) => {
    const { use, gap } = one;
    if (use === call?.use && isCallToldByConstant) return false;
    if (isConstant(use)) {
      if (!constants.includes(one)) return false;
      if (isRefused && gap.behaviour !== 'missing') return tellers.includes(one);
      return !call || isCallToldByConstant || !coversConstants(call.gap, use, gap);
    }
    if (isCallLike(use) && use.symbol === 'syscall' && hasSystemCall) return false;
    // A program that cannot be started is told with the call that starts it.
    return !(use.kind === 'command' && hasStarter);
  });
}

interface FoundGap {
  readonly use: Use;
  readonly gap: TargetGap;
}

/** The case of the call itself, if the source decides that it holds because of the arguments. */
function caseOfCall(
  group: readonly Use[],
  judgement: TargetJudgement,
  knowledge: Knowledge,
): Case | undefined {
  const call = group.find(isCallLike);
  const statement = call && knowledge.statement(judgement.target, call.feature);
  if (!statement) return undefined;
  const { usual, isDecided } = casesAtUse(call, statement);
  return isDecided && usual?.when ? usual : undefined;
}

/** Whether the call's own case says what becomes of a constant: nothing to tell, or a handler that is none. */
function decides({ when, behaviour }: Case, constant: Use): boolean {
  if (!when) return false;
  const isNamed = names(when, constant.symbol);
  return isNamed ? behaviour === 'supported' : constant.kind === 'signal';
}

/** An option of sockets that cannot be had: that they cannot be had is told where one is asked for. */
function isBeyondReach(use: Use, judgement: TargetJudgement, knowledge: Knowledge): boolean {
  const needed = use.kind === 'flag' ? neededFor(use.feature) : undefined;
  const statement = needed === undefined ? undefined : knowledge.statement(judgement.target, needed);
  return statement?.cases.every(({ behaviour }) => behaviour === 'fails') ?? false;
}

function gapOf(use: Use, targets: readonly TargetGap[], programs: readonly string[]): Gap {
  const conditional = targets.every((gap) => gap.tags.includes('conditional'));
  return {
    use,
    targets,
    severity: targets[0].severity,
    tags: conditional ? [...use.tags, 'conditional'] : use.tags,
    programs: programs.length > 0 ? programs : NONE,
  };
}

/** A case of the call that asks for a path is told with the path, where that has a gap of its own. */
function withoutCallOfPath(found: { use: Use; gap: TargetGap }[]): { use: Use; gap: TargetGap }[] {
  if (!found.some(({ use }) => use.kind === 'path')) return found;
  return found.filter(({ use, gap }) => !isCallLike(use) || !gap.case.when || !asksPath(gap.case.when));
}

function asksPath(when: Condition): boolean {
  if ('all' in when) return when.all.some(asksPath);
  if ('any' in when) return when.any.some(asksPath);
  return 'startsWith' in when && when.startsWith.startsWith('/');
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

/** The constants that are told in place of the call: of several those that its case names. */
function tellersOf(call: FoundGap, constants: readonly FoundGap[]): FoundGap[] {
  const tellers = constants.filter((one) => tellsTheCall(one, call));
  const { when } = call.gap.case;
  const named = tellers.filter(({ use }) => when !== undefined && names(when, use.symbol));
  return named.length > 0 ? named : tellers;
}

/** Whether a constant's own statement says what the call's case for that constant says. */
function tellsTheCall(constant: FoundGap, { gap }: FoundGap): boolean {
  if (BADNESS[constant.gap.behaviour] < BADNESS[gap.behaviour]) return false;
  // What becomes of a signal is what becomes of its handler.
  if (constant.use.kind === 'signal') return !isLost(gap);
  const { when } = gap.case;
  const isSame = constant.gap.behaviour === gap.behaviour;
  return when === undefined ? isSame && !isLost(gap) : isSame || names(when, constant.use.symbol);
}

/** Whether nothing is left that a constant could ask of a call, or the call does the same whatever it is asked. */
function coversConstants(call: TargetGap, constant: Use, gap: TargetGap): boolean {
  const isMilder = BADNESS[gap.behaviour] <= BADNESS[call.behaviour];
  if (!call.isDecided) return isLost(call) && isMilder;
  return isLost(call) || gap.behaviour === call.behaviour || (constant.kind === 'signal' && isMilder);
}

function isLost({ behaviour }: TargetGap): boolean {
  return behaviour === 'missing' || behaviour === 'fails' || behaviour === 'aborts';
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
