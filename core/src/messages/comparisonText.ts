/**
 * What has changed since a baseline, in words.
 */
import { featuresInTheWay, isVerdictWorse, type WorsenedTarget } from '../baseline/worsenedTargets.js';
import { countText } from './scanText.js';
import { verdictWord } from './verdictText.js';

/** How many gaps a baseline knows, how many are new, and how many of its own are there no more. */
export interface ComparisonCounts {
  readonly fresh: number;
  readonly known: number;
  readonly gone: number;
}

/** `since the baseline: 2 gaps are new, 53 are known and not listed, 3 are gone`. */
export function comparisonText({ fresh, known, gone }: ComparisonCounts): string {
  const parts = [
    fresh === 0 ? 'no gap is new' : newText(fresh),
    ...(known > 0 ? [`${known.toLocaleString('en')} ${isOrAre(known)} known and not listed`] : []),
    ...(gone > 0
      ? [`${gone.toLocaleString('en')} ${isOrAre(gone)} gone (--update-baseline takes them out)`]
      : []),
  ];
  return `since the baseline: ${parts.join(', ')}`;
}

/** `3 gaps are new`. */
export function newText(count: number): string {
  return `${countText(count, 'gap')} ${isOrAre(count)} new`;
}

/** What is worse for a target, and how it was. */
export function worsenedText({ name, before, now }: WorsenedTarget): string {
  if (isVerdictWorse(now, before))
    return `${name}: the verdict is ${verdictWord(now)}; it was ${verdictWord(before)} in the baseline`;
  const count = featuresInTheWay(now);
  return `${name}: ${countText(count, 'feature')} ${isOrAre(count)} in the way; it was ${featuresInTheWay(before)} in the baseline`;
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
