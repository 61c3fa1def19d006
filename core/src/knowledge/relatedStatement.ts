/**
 * What a function does on a target that was read system call by system call: glibc is part of the program there,
 * and a function works as well as the calls behind it.
 */
import type { Behaviour, Case, Condition, Statement } from './schema.generated.js';

/** Best first. A missing call answers with an error, so it ranks with what fails. */
const RANK: readonly Behaviour[] = [
  'supported',
  'partial',
  'no-op',
  'wrong',
  'fails',
  'missing',
  'hangs',
  'aborts',
];

/** Functions named like a system call that takes other arguments. */
const OTHER_ARGUMENTS = new Set(['clone']);

/**
 * The statement of a function that makes these calls, or `undefined` where one of them does not tell enough.
 * @param calls names of system calls; `()` marks one in its plain form
 * @param callStatement what the target does for a system call
 */
export function relatedStatement(
  name: string,
  calls: readonly string[],
  callStatement: (call: string) => Statement | undefined,
): Statement | undefined {
  let worst: { call: string; statement: Statement; cases: Case[] } | undefined;
  for (const written of calls) {
    const plain = written.endsWith('()');
    const call = plain ? written.slice(0, -2) : written;
    const statement = callStatement(call);
    if (!statement) return undefined;
    const cases = casesFor(name, call, plain, statement.cases);
    if (cases.length === 0) return undefined;
    if (!worst || rank(cases) > rank(worst.cases)) worst = { call, statement, cases };
  }
  if (!worst) return undefined;
  const { call, statement, cases } = worst;
  return {
    cases: cases.map(asFunction),
    note: noteFor(call, statement, cases),
    evidence: [...statement.evidence],
  };
}

/**
 * Cases about arguments hold where function and call take the same ones. Elsewhere they are left out, unless one
 * of them is worse than what stays: then nothing is known.
 */
function casesFor(name: string, call: string, plain: boolean, cases: readonly Case[]): Case[] {
  if (sameArguments(name, call)) return [...cases];
  const kept = cases.filter((one) => !one.when || !asksArguments(one.when));
  const left = cases.filter((one) => !kept.includes(one));
  const fallback = kept.filter((one) => !one.when);
  return !plain && left.length > 0 && rank(left) > rank(fallback) ? [] : kept;
}

/** `lseek64` takes what `lseek` takes. */
function sameArguments(name: string, call: string): boolean {
  return (name === call || name === `${call}64`) && !OTHER_ARGUMENTS.has(name);
}

function asksArguments(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksArguments);
  if ('any' in condition) return condition.any.some(asksArguments);
  return !('state' in condition);
}

/** The function itself exists: a call that is missing makes it fail. */
function asFunction(one: Case): Case {
  if (one.behaviour !== 'missing') return one;
  const { at: _at, ...rest } = one;
  return { ...rest, behaviour: 'fails' };
}

function rank(cases: readonly Case[]): number {
  return Math.max(-1, ...cases.map((one) => RANK.indexOf(one.behaviour)));
}

function noteFor(call: string, statement: Statement, cases: readonly Case[]): string {
  const made = `glibc makes the system call ${call}.`;
  const works = cases.every((one) => one.behaviour === 'supported');
  return statement.note === undefined || works ? made : `${made} ${statement.note}`;
}
