/**
 * Which case of a statement holds at one use, as far as its source tells.
 */
import type { CallArguments } from '../facts/fileFacts.js';
import type { Behaviour, Case, Condition, Statement } from '../knowledge/schema.generated.js';
import { argumentsMeet } from './argumentTruth.js';

/** How bad a behaviour is: a call that reports success and does nothing is worse than one that fails. */
export const BADNESS: Readonly<Record<Behaviour, number>> = {
  supported: 0,
  partial: 1,
  fails: 2,
  'no-op': 3,
  wrong: 4,
  missing: 5,
  hangs: 6,
  aborts: 7,
};

export interface PossibleCases {
  /** Every case that may hold, worst first; empty if none fits, which leaves the use unknown. */
  readonly cases: readonly Case[];
  /** The case to tell of: the one that holds, or that holds unless an argument is a special one. */
  readonly usual: Case | undefined;
  /** Whether the source decides that it holds. */
  readonly isDecided: boolean;
  /** Conditions under which something milder than the usual case holds. */
  readonly exceptions: readonly Condition[];
}

/**
 * Goes through the cases in order; the first that is met ends the search. An argument that nobody can read is
 * taken for an ordinary one: `setuid(uid)` is seldom `setuid(0)`. So a case for special values is only an
 * exception, one for all but special values is the usual one. What hangs on the state of the program or of its
 * surroundings is neither: every call would have to say it.
 */
export function possibleCases(statement: Statement, args: CallArguments | undefined): PossibleCases {
  const possible: Case[] = [];
  const special: { one: Case; when: Condition }[] = [];
  let usual: Case | undefined;
  let isDecided = true;
  for (const one of statement.cases) {
    const met = one.when ? argumentsMeet(one.when, args) : 'met';
    if (met === 'not-met') continue;
    possible.push(one);
    if (met === 'met') {
      usual ??= one;
      break;
    }
    if (usual || !one.when || asksForState(one.when)) continue;
    isDecided = false;
    if (BADNESS[one.behaviour] <= BADNESS.partial && listsOrdinaryValues(one.when)) {
      usual = one;
      continue;
    }
    const exception = exceptionTo(one.when);
    if (exception) {
      usual = one;
      special.push({ one: SUPPORTED, when: exception });
    } else special.push({ one, when: one.when });
  }
  const told = usual;
  const exceptions = special.filter(({ one }) => told && BADNESS[one.behaviour] < BADNESS[told.behaviour]);
  return {
    cases: possible.sort((a, b) => BADNESS[b.behaviour] - BADNESS[a.behaviour]),
    usual,
    isDecided: isDecided && usual !== undefined,
    exceptions: exceptions.map(({ when }) => when),
  };
}

const SUPPORTED: Case = { behaviour: 'supported' };

/** Several constants side by side are what such an argument mostly is: the families of socket(). */
function listsOrdinaryValues(condition: Condition): boolean {
  if (!('in' in condition) && !('baseIn' in condition)) return false;
  const values = 'in' in condition ? condition.in : condition.baseIn;
  return values.length >= 3 && !values.some(isSingular);
}

/** For a condition that all but special values meet: the condition that those values meet instead. */
function exceptionTo(condition: Condition): Condition | undefined {
  if ('not' in condition && isSingular(condition.not)) return { arg: condition.arg, is: condition.not };
  if ('notIn' in condition && condition.notIn.every(isSingular)) {
    return { arg: condition.arg, in: condition.notIn };
  }
  if ('flagsNone' in condition) return { arg: condition.arg, flagsAny: condition.flagsNone };
  if ('all' in condition) {
    const parts = condition.all.map(exceptionTo);
    return parts.every((part) => part !== undefined) ? ({ any: parts } as Condition) : undefined;
  }
  return undefined;
}

/** Whether a value is one among endlessly many: constants such as AF_INET are what such an argument mostly is. */
function isSingular(value: string): boolean {
  return value === 'NULL' || !/^_?[A-Z][A-Z0-9_|]+$/.test(value);
}

/** Whether a condition hangs on something that no reader of the call can see. */
function asksForState(condition: Condition): boolean {
  if ('state' in condition) return true;
  if ('all' in condition) return condition.all.some(asksForState);
  return 'any' in condition && condition.any.some(asksForState);
}
