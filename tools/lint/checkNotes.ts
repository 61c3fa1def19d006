/**
 * What is not simply supported is explained: a note for the statement, and one for each condition.
 */
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';

/** Statements and cases that lack a note, and notes that are no sentences. */
export function checkNotes(data: Data): string[] {
  return eachStatement(data).flatMap(({ place, statement }) => {
    const plain = statement.cases.length === 1 && statement.cases[0].behaviour === 'supported';
    const problems = plain || statement.note ? [] : [`${place}: no note`];
    for (const [index, one] of statement.cases.entries()) {
      if (one.when && one.behaviour !== 'supported' && !one.note)
        problems.push(`${place}: case ${index + 1} has no note`);
    }
    const notes = [statement.note, ...statement.cases.map((one) => one.note)];
    for (const note of notes) {
      if (note !== undefined && !/[.!?)"]$/.test(note))
        problems.push(`${place}: "${note}" does not end a sentence`);
    }
    return problems;
  });
}
