/**
 * For what a scan ends with status 1, and why it does.
 */
import type { WorsenedTarget } from '#core/baseline/worsenedTargets.js';
import type { Gap } from '#core/gaps/gap.js';
import { newText, worsenedText } from '#core/messages/comparisonText.js';
import { countText } from '#core/messages/scanText.js';

/** `any` gap, one that is `new` since the baseline, an `error`, a `verdict` or figure that is worse, or `none` of it. */
export type FailOn = 'any' | 'new' | 'error' | 'verdict' | 'none';

const FAIL_ON: readonly FailOn[] = ['any', 'new', 'error', 'verdict', 'none'];

/** Those that a baseline is needed for. */
const COMPARES: readonly FailOn[] = ['new', 'verdict'];

/** @param lists as they are written, each with commas between. */
export function parseFailOn(
  lists: readonly string[],
  hasBaseline: boolean,
): { value: readonly FailOn[] } | { problem: string } {
  const value: FailOn[] = [];
  for (const text of lists.flatMap((list) => list.split(','))) {
    const one = FAIL_ON.find((known) => known === text);
    if (!one) return { problem: `--fail-on knows no "${text}". It takes: ${FAIL_ON.join(', ')}.` };
    value.push(one);
  }
  if (value.includes('none') && value.length > 1) return { problem: '--fail-on none stands alone.' };
  const compares = value.find((one) => COMPARES.includes(one));
  if (compares && !hasBaseline) return { problem: `--fail-on ${compares} needs --baseline FILE.` };
  return { value };
}

/** What is looked at to tell whether a scan fails. */
export interface Judged {
  /** Gaps that count, at or above the severity that was asked for. */
  readonly gaps: readonly Gap[];
  /** Those of them that a baseline lacks, where there is one. */
  readonly fresh: readonly Gap[];
  readonly worsened: readonly WorsenedTarget[];
}

/** Why the scan fails, a reason each; empty where it does not. */
export function failureReasons(failOn: readonly FailOn[], judged: Judged): string[] {
  return failOn.flatMap((one) => reasonsFor(one, judged));
}

function reasonsFor(one: FailOn, { gaps, fresh, worsened }: Judged): string[] {
  switch (one) {
    case 'any':
      return gaps.length > 0 ? [`${countText(gaps.length, 'gap')} found`] : [];
    case 'new':
      return fresh.length > 0 ? [newText(fresh.length)] : [];
    case 'error': {
      const errors = gaps.filter(({ severity }) => severity === 'error').length;
      return errors > 0 ? [`${countText(errors, 'gap')} of severity error`] : [];
    }
    case 'verdict':
      return worsened.map(worsenedText);
    case 'none':
      return [];
  }
}
