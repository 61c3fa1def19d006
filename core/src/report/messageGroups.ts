/**
 * Gaps that are told with the same words, put together: the first place stands for all.
 */
import { SEVERITIES } from '../gaps/severity.js';
import type { GapDocument } from './gapDocument.js';

/** Gaps of one severity and message: worst severity first, otherwise in the order of their first gaps. */
export function messageGroups(gaps: readonly GapDocument[]): (readonly GapDocument[])[] {
  const groups = new Map<string, GapDocument[]>();
  for (const gap of gaps) {
    const key = `${gap.severity} ${gap.message}`;
    const group = groups.get(key);
    if (group) group.push(gap);
    else groups.set(key, [gap]);
  }
  const rank = ([gap]: readonly GapDocument[]): number => -SEVERITIES.indexOf(gap.severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}
