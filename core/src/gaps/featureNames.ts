/**
 * Features by what programs write of them; worked out once for all targets.
 */
import type { Knowledge } from '../knowledge/knowledge.js';

const words = new WeakMap<Knowledge, Map<string, string[]>>();

/** Names of functions by the first word of them. */
export function functionsByWord(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const known = words.get(knowledge);
  if (known) return known;
  const result = new Map<string, string[]>();
  for (const { kind, name } of knowledge.features.values()) {
    const word = kind === 'function' ? /^([a-z]\w*?)_/.exec(name)?.[1] : undefined;
    if (word === undefined || word.length < 4) continue;
    const list = result.get(word);
    if (list) list.push(name);
    else result.set(word, [name]);
  }
  words.set(knowledge, result);
  return result;
}

const constants = new WeakMap<Knowledge, Map<string, string[]>>();

/** Ids of flags and signals by their name. */
export function constantsByName(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const known = constants.get(knowledge);
  if (known) return known;
  const result = new Map<string, string[]>();
  for (const feature of knowledge.features.values()) {
    if (feature.kind !== 'flag' && feature.kind !== 'signal') continue;
    const ids = result.get(feature.name);
    if (ids) ids.push(feature.id);
    else result.set(feature.name, [feature.id]);
  }
  constants.set(knowledge, result);
  return result;
}
