/**
 * What of a file's facts is held until all files are read: as little as may become a use.
 */
import type { ConditionGroup } from '../c/conditionGroups.js';
import type { FileFacts, KeptFacts } from '../facts/fileFacts.js';
import { PackedOccurrences } from '../facts/packedOccurrences.js';
import type { Catalogue } from '../uses/catalogue.js';

/** Whether a file has anything that may become a use; the others need not be kept. */
export function namesAnything(facts: FileFacts, catalogue: Catalogue): boolean {
  return (
    facts.occurrences.length > 0 ||
    facts.counted.length > 0 ||
    facts.paths.length > 0 ||
    facts.macros.some((macro) => macro.body.length > 0) ||
    facts.includes.some((include) => catalogue.header(include.header) !== undefined)
  );
}

const IDLE: ConditionGroup = { parent: -1, line: 0, terms: [] };

const NONE: readonly never[] = [];

/**
 * The facts without includes that are no features, which the index knows, and without conditions around nothing
 * that is kept; indices of conditions stay as they are.
 */
export function compacted(facts: FileFacts, catalogue: Catalogue): KeptFacts {
  const { occurrences, macros, undefinitions, definitions, paths, conditions } = facts;
  const includes = facts.includes.filter((include) => catalogue.header(include.header) !== undefined);
  const needed = new Set<number>();
  for (const { condition } of [
    ...occurrences,
    ...macros,
    ...undefinitions,
    ...definitions,
    ...paths,
    ...includes,
  ]) {
    for (let at = condition; at >= 0 && !needed.has(at); at = conditions[at].parent) needed.add(at);
  }
  const kept = conditions.map((group, index) => (needed.has(index) ? group : IDLE));
  return Object.assign(facts, {
    occurrences: occurrences.length === 0 ? NONE : new PackedOccurrences(occurrences),
    counted: tight(facts.counted),
    macros: tight(macros),
    undefinitions: tight(undefinitions),
    definitions: tight(definitions),
    includes: tight(includes),
    paths: tight(paths),
    conditions: needed.size === 0 ? NONE : kept,
    problems: NONE, // told already
  });
}

/** A list without the room that it was given to grow. */
function tight<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}
