/**
 * What is missing says where that shows, and only what is missing does.
 */
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';

/** Cases that are missing without a place, or have one without being missing. */
export function checkMissingAt(data: Data): string[] {
  return eachStatement(data).flatMap(({ place, statement }) =>
    statement.cases.flatMap((one, index) => {
      if ((one.behaviour === 'missing') === (one.at !== undefined)) return [];
      const problem =
        one.at === undefined ? 'is missing, but not said where' : 'is not missing, but has a place';
      return [`${place}: case ${index + 1} ${problem}`];
    }),
  );
}
