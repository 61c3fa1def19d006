/**
 * Cases cover everything: the last one has no condition, unless the rest is unknown on purpose. A case after one
 * without a condition would never be reached.
 */
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';
import { OPEN_ENDED } from './openEnded.js';

/** Statements that end open without being listed, cases out of reach, and entries of the list that need not be. */
export function checkLastCase(
  data: Data,
  openEnded: Readonly<Record<string, string>> = OPEN_ENDED,
): string[] {
  const open = new Set<string>();
  const problems: string[] = [];
  for (const { target, id, place, statement } of eachStatement(data)) {
    const { cases } = statement;
    const always = cases.findIndex((one) => !one.when);
    if (always >= 0 && always < cases.length - 1)
      problems.push(`${place}: case ${always + 2} is never reached`);
    if (always >= 0) continue;
    open.add(`${target} ${id}`);
    if (!Object.hasOwn(openEnded, `${target} ${id}`))
      problems.push(`${place}: nothing is said of the other cases`);
  }
  for (const key of Object.keys(openEnded)) {
    if (!open.has(key)) problems.push(`${key}: listed as open, and is not`);
  }
  return problems;
}
