/**
 * Which gaps a baseline knows. A gap is known if the baseline has one that is equal in all by which it is known; one
 * that is left over may have been renamed with its function or moved with its file.
 */
import type { Gap } from '../gaps/gap.js';
import type { BaselineGap } from './baseline.js';
import type { GapFingerprint } from './gapFingerprint.js';

export interface BaselineComparison {
  /** Gaps that the baseline lacks. */
  readonly isNew: ReadonlySet<Gap>;
  readonly known: number;
  /** Gaps of the baseline that are there no more. */
  readonly gone: number;
}

/** What has to be equal, from the strictest to the loosest. */
const KEYS: readonly ((gap: Omit<GapFingerprint, 'occurrence'>) => string)[] = [
  ({ feature, path, function: name, line }) => JSON.stringify([feature, path, name, line]),
  // The function has another name, or none that could be told.
  ({ feature, path, line }) => JSON.stringify([feature, path, line]),
  // The file has another name, or the function is in another file.
  ({ feature, function: name, line }) => JSON.stringify([feature, name, line]),
];

/**
 * @param gaps by their fingerprints, in the order of the files and their texts: of equal ones the last are new.
 * @param baseline each of its gaps accounts for no more than its count.
 */
export function compareBaseline(
  gaps: ReadonlyMap<Gap, GapFingerprint>,
  baseline: readonly BaselineGap[],
): BaselineComparison {
  const counts = baseline.map(({ count }) => count);
  let left = [...gaps.keys()];
  for (const keyOf of KEYS) {
    const byKey = new Map<string, number[]>();
    baseline.forEach((gap, i) => {
      if (counts[i] === 0) return;
      const key = keyOf(gap);
      const list = byKey.get(key);
      if (list) list.push(i);
      else byKey.set(key, [i]);
    });
    left = left.filter((gap) => {
      const match = byKey.get(keyOf(gaps.get(gap) as GapFingerprint))?.find((i) => counts[i] > 0);
      if (match === undefined) return true;
      counts[match]--;
      return false;
    });
  }
  return {
    isNew: new Set(left),
    known: gaps.size - left.length,
    gone: counts.reduce((sum, count) => sum + count, 0),
  };
}
