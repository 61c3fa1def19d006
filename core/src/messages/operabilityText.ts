/**
 * The second answer of a report in words: the same in terminal, page and Markdown.
 */
import type { FacilityLevel, Operability } from '../operability/operability.js';

/** To follow a number of facilities. */
export const LEVEL_WORDS: Readonly<Record<FacilityLevel, string>> = {
  same: 'the same way',
  inside: 'another way inside the guest',
  outside: 'only from outside the guest',
  none: 'not at all',
  unknown: 'in a way that nobody looked up',
};

/** `of 7 facilities relied on: 1 the same way, 4 another way inside the guest, 2 not at all`. */
export function operabilityText({ byLevel }: Pick<Operability, 'byLevel'>): string {
  const levels = Object.entries(byLevel) as [FacilityLevel, number][];
  const used = levels.reduce((sum, [, count]) => sum + count, 0);
  if (used === 0) return 'nothing is relied on to look into it, as far as can be told';
  const parts = levels
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${LEVEL_WORDS[level]}`);
  return `of ${used} ${used === 1 ? 'facility' : 'facilities'} relied on: ${parts.join(', ')}`;
}
