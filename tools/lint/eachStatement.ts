/**
 * Walks over all statements of all files, hand-written and machine-written.
 */
import type { Case, Condition, Statement, TargetFile } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';

/** A statement and where it is. */
export interface Placed {
  readonly target: string;
  readonly id: string;
  readonly statement: Statement;
  /** Names the statement in a problem: `osv function/fork until 1.0`. */
  readonly place: string;
}

/** All statements, in the order of the files. */
export function eachStatement(data: Data): Placed[] {
  return [...data.curated.values(), ...data.extracted.values()].flatMap(fileStatements);
}

/** All conditions within a condition, itself included. */
export function conditionsOf(condition: Condition): Condition[] {
  if ('all' in condition) return [condition, ...condition.all.flatMap(conditionsOf)];
  if ('any' in condition) return [condition, ...condition.any.flatMap(conditionsOf)];
  return [condition];
}

/** Whether a case depends on an argument of the call. */
export function asksArgument(one: Case): boolean {
  return one.when !== undefined && conditionsOf(one.when).some((part) => 'arg' in part);
}

function fileStatements(file: TargetFile): Placed[] {
  return Object.entries(file.statements).flatMap(([id, list]) =>
    list.map((statement) => ({ target: file.id, id, statement, place: placeOf(file.id, id, statement) })),
  );
}

function placeOf(target: string, id: string, { since, until, option }: Statement): string {
  const limits = [
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(option === undefined ? [] : [`with ${option}`]),
  ];
  return [target, id, ...limits].join(' ');
}
