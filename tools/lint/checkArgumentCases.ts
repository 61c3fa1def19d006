/**
 * Much of what a target does depends on arguments; a fall in the number of functions for which that is known means
 * that something was lost.
 */
import type { Data } from '../generate/readData.js';
import { asksArgument, eachStatement } from './eachStatement.js';

/** A problem if fewer functions than `least` have a case with a condition on an argument on some target. */
export function checkArgumentCases(data: Data, least = 80): string[] {
  const ids = new Set(
    eachStatement(data)
      .filter(({ id, statement }) => id.startsWith('function/') && statement.cases.some(asksArgument))
      .map(({ id }) => id),
  );
  return ids.size >= least ? [] : [`only ${ids.size} functions have a case for an argument`];
}
