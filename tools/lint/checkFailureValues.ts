/**
 * A failure says what the caller gets: the returned value, and what becomes of errno.
 */
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';

const RETURNED = /^(NULL|MAP_FAILED|SIG_ERR|"[^"]*"|uninitialized|-?E[A-Z0-9]+)$/;

/** Failing cases without a value or errno, and values of an unknown form. */
export function checkFailureValues(data: Data): string[] {
  return eachStatement(data).flatMap(({ place, statement }) =>
    statement.cases.flatMap((one, index) => {
      const problems: string[] = [];
      const { returns } = one;
      if (one.behaviour === 'fails' && returns === undefined) problems.push('no returned value');
      if (one.behaviour === 'fails' && one.errno === undefined) problems.push('no errno');
      if (typeof returns === 'string' && !RETURNED.test(returns))
        problems.push(`"${returns}" is no returned value`);
      return problems.map((problem) => `${place}: case ${index + 1}: ${problem}`);
    }),
  );
}
