/**
 * Which case of a statement holds at one use, as far as its source tells.
 */
import type { Argument, CallArguments } from '../facts/fileFacts.js';
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
  /** Conditions under which it works where the usual case does not. */
  readonly exceptions: readonly Condition[];
}

/**
 * Goes through the cases in order; the first that is met ends the search. An argument that nobody can read is
 * taken for an ordinary one: `setuid(uid)` is seldom `setuid(0)`. So a case for special values is only an
 * exception, one for all but special values is the usual one. What hangs on the state of the program or of its
 * surroundings is told only where it works in that state and no other state is worse than the usual case.
 */
export function possibleCases(statement: Statement, args: CallArguments | undefined): PossibleCases {
  const [first] = statement.cases;
  // Most statements say one thing, whatever the arguments are.
  if (first && !first.when) return { cases: [first], usual: first, isDecided: true, exceptions: NONE };
  if (args) return casesAmong(statement.cases, args);
  let known = WITHOUT_ARGUMENTS.get(statement);
  if (!known) {
    known = casesAmong(statement.cases, undefined);
    WITHOUT_ARGUMENTS.set(statement, known);
  }
  return known;
}

/** Where the source tells nothing of the arguments, every use of a feature has the same answer. */
const WITHOUT_ARGUMENTS = new WeakMap<Statement, PossibleCases>();

const NONE: readonly never[] = [];

function casesAmong(cases: readonly Case[], args: CallArguments | undefined): PossibleCases {
  const possible: Case[] = [];
  const special: { one: Case; when: Condition }[] = [];
  const states: { one: Case; when: Condition }[] = [];
  let usual: Case | undefined;
  let isDecided = true;
  for (let index = 0; index < cases.length; index++) {
    const one = cases[index];
    const met = one.when ? argumentsMeet(one.when, args) : 'met';
    if (met === 'not-met') continue;
    putByBadness(one, possible);
    if (met === 'met') {
      usual ??= one;
      break;
    }
    if (usual || !one.when) continue;
    if (asksForState(one.when)) {
      states.push({ one, when: one.when });
      continue;
    }
    isDecided = false;
    if (BADNESS[one.behaviour] <= BADNESS.partial && listsOrdinaryValues(one.when)) {
      usual = one;
      continue;
    }
    const readings = otherReadings(one.when, args);
    if (readings.length > 0) {
      usual = one;
      special.push(...whatElseHolds(readings, cases.slice(index + 1)));
    } else special.push({ one, when: one.when });
  }
  const told = usual && BADNESS[usual.behaviour];
  const exceptions = told === undefined || told === 0 ? [] : special.filter(({ one }) => works(one));
  if (told !== undefined && states.every(({ one }) => BADNESS[one.behaviour] <= told)) {
    const best = Math.min(told - 1, BADNESS.partial);
    const isWithin = (one: Case): boolean => BADNESS[one.behaviour] <= best && one.errno === undefined;
    exceptions.push(...states.filter(({ one }) => isWithin(one)));
  }
  return {
    cases: possible,
    usual,
    isDecided: isDecided && usual !== undefined,
    exceptions: joined(exceptions.map(({ when }) => when)),
  };
}

/** Puts a case into a list that has the worst first, behind those that are as bad. */
function putByBadness(one: Case, list: Case[]): void {
  const badness = BADNESS[one.behaviour];
  let at = list.length;
  list.push(one);
  for (; at > 0 && BADNESS[list[at - 1].behaviour] < badness; at--) list[at] = list[at - 1];
  list[at] = one;
}

/** Conditions on the value of one argument as one. */
function joined(conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.length === 0) return NONE;
  const values = new Map<number, string[]>();
  for (const one of conditions) {
    if ('is' in one) values.set(one.arg, [...(values.get(one.arg) ?? []), one.is]);
  }
  const lists = [...values].map(
    ([arg, list]): Condition =>
      list.length > 1 ? { arg, in: list as [string, ...string[]] } : { arg, is: list[0] },
  );
  return [...lists, ...conditions.filter((one) => !('is' in one))];
}

/** What a call does that is refused as on Linux is no comfort: nobody makes it. */
function works({ behaviour, errno }: Case): boolean {
  return behaviour === 'supported' && errno === undefined;
}

/** The arguments as they would have to be for a condition not to be met. */
interface Reading {
  readonly when: Condition;
  readonly args: CallArguments | undefined;
}

/** Of the readings those under which something is known to hold, with what that is; equal arguments side by side. */
function whatElseHolds(
  readings: readonly Reading[],
  rest: readonly Case[],
): { one: Case; when: Condition }[] {
  return readings.flatMap(({ when, args }) => {
    const one = casesAmong(rest, args).usual;
    return one ? [{ one, when }] : [];
  });
}

/**
 * For a condition that all but special values meet: what the arguments are where it is not met. Empty for any
 * other condition.
 */
function otherReadings(condition: Condition, args: CallArguments | undefined): Reading[] {
  if ('not' in condition && isSingular(condition.not)) return [reading(condition.arg, condition.not, args)];
  if ('notIn' in condition && condition.notIn.every(isSingular))
    return condition.notIn.map((value) => reading(condition.arg, value, args));
  if ('flagsNone' in condition) {
    const { arg, flagsNone } = condition;
    const value: Argument = { kind: 'constants', names: flagsNone, exact: false };
    return [{ when: { arg, flagsAny: flagsNone }, args: withArgument(args, arg, value) }];
  }
  if ('all' in condition) {
    const open = condition.all.filter((part) => argumentsMeet(part, args) !== 'met');
    // With a part that special values meet, the whole is about those.
    const isSpecial = condition.all.some((part) => !open.includes(part) && !isNegative(part));
    const parts = open.map((part) => otherReadings(part, args));
    return isSpecial || parts.some((part) => part.length === 0) ? [] : parts.flat();
  }
  return [];
}

function isNegative(condition: Condition): boolean {
  return 'not' in condition || 'notIn' in condition || 'flagsNone' in condition || 'baseNotIn' in condition;
}

function reading(arg: number, is: string, args: CallArguments | undefined): Reading {
  const value: Argument = /^-?\d+$/.test(is)
    ? { kind: 'number', value: Number(is) }
    : { kind: 'constants', names: [is], exact: true };
  return { when: { arg, is }, args: withArgument(args, arg, value) };
}

function withArgument(args: CallArguments | undefined, index: number, value: Argument): CallArguments {
  const values: Argument[] = [...(args?.values ?? [])];
  while (values.length < index) values.push({ kind: 'unknown' });
  values[index] = value;
  return { values, constants: [], strings: [], callNumber: undefined };
}

/** Several constants side by side are what such an argument mostly is: the families of socket(). */
function listsOrdinaryValues(condition: Condition): boolean {
  if (!('in' in condition) && !('baseIn' in condition)) return false;
  const values = 'in' in condition ? condition.in : condition.baseIn;
  return values.length >= 3 && !values.some(isSingular);
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
