/**
 * What goes wrong says what the caller gets: a failure the returned value and what becomes of errno, a call that does
 * nothing or the wrong thing the value that looks like success.
 */
import type { Case } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';
import { RETURNS_NOTHING } from './voidFunctions.js';

/** Constants, error names, texts in quotes; with an article what the value is where it depends: `an address`. */
const RETURNED = /^(NULL|MAP_FAILED|SIG_(ERR|IGN|DFL)|"[^"]*"|-?E[A-Z0-9]+|(a|an|the) [a-z0-9].*[^.])$/;

/** Cases without a value or errno, values of an unknown form, and names of the list that need not be there. */
export function checkFailureValues(
  data: Data,
  returnsNothing: ReadonlySet<string> = RETURNS_NOTHING,
): string[] {
  const silent = new Set<string>();
  const problems = eachStatement(data).flatMap(({ id, place, statement }) =>
    statement.cases.flatMap((one, index) => {
      if (liesWithoutValue(id, one) && returnsNothing.has(id)) silent.add(id);
      return problemsOf(id, one, returnsNothing).map((problem) => `${place}: case ${index + 1}: ${problem}`);
    }),
  );
  for (const id of returnsNothing) {
    if (!silent.has(id)) problems.push(`${id}: listed as returning nothing, and need not be`);
  }
  return problems;
}

function problemsOf(id: string, one: Case, returnsNothing: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const { behaviour, returns, errno } = one;
  if (behaviour === 'fails' && returns === undefined) problems.push('no returned value');
  if (behaviour === 'fails' && errno === undefined) problems.push('no errno');
  if (liesWithoutValue(id, one) && !returnsNothing.has(id))
    problems.push('no returned value: what does the caller take for success?');
  if (typeof returns === 'string' && !RETURNED.test(returns))
    problems.push(`"${returns}" is no returned value`);
  return problems;
}

function liesWithoutValue(id: string, { behaviour, returns }: Case): boolean {
  const isCall = id.startsWith('function/') || id.startsWith('syscall/');
  return isCall && (behaviour === 'no-op' || behaviour === 'wrong') && returns === undefined;
}
