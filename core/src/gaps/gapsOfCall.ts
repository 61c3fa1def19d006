/**
 * A call and what its arguments name, on one target: one fact is told once.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Case, Condition } from '../knowledge/schema.generated.js';
import { neededFor } from '../uses/argumentScopes.js';
import type { Use } from '../uses/use.js';
import { casesAtUse } from './casesAtUse.js';
import type { TargetGap } from './gap.js';
import { BADNESS } from './possibleCases.js';
import { substituteGap } from './substituteGap.js';
import { type TargetJudgement, targetGapOf } from './targetGap.js';

/** Gaps of a call and of what its arguments name: one fact is told once. */
export function gapsOfCall(
  group: readonly Use[],
  judgement: TargetJudgement,
  knowledge: Knowledge,
): FoundGap[] {
  const found: FoundGap[] = [];
  for (const use of group) {
    const gap =
      use.kind === 'practice'
        ? substituteGap(use, judgement, knowledge)
        : targetGapOf(use, judgement, knowledge);
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

export interface FoundGap {
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

/** A case of the call that asks for a path is told with the path, where that has a gap of its own. */
export function withoutCallOfPath(found: FoundGap[]): FoundGap[] {
  if (!found.some(({ use }) => use.kind === 'path')) return found;
  return found.filter(({ use, gap }) => !isCallLike(use) || !gap.case.when || !asksPath(gap.case.when));
}

function asksPath(when: Condition): boolean {
  if ('all' in when) return when.all.some(asksPath);
  if ('any' in when) return when.any.some(asksPath);
  return 'startsWith' in when && when.startsWith.startsWith('/');
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
