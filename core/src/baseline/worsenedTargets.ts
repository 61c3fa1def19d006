/**
 * What has become worse for a target since a baseline: the ratchet.
 */
import { BADNESS } from '../gaps/possibleCases.js';
import type { Behaviour } from '../knowledge/schema.generated.js';
import type { TargetReport } from '../report/report.js';
import { VERDICTS, type Verdict } from '../report/verdict.js';
import type { Baseline, TargetBaseline } from './baseline.js';

/** A target whose verdict or figure is worse than in the baseline. */
export interface WorsenedTarget {
  readonly name: string;
  readonly before: TargetBaseline;
  readonly now: TargetBaseline;
}

/** Targets that the baseline does not have are left out. */
export function worsenedTargets(
  targets: readonly TargetReport[],
  baseline: Pick<Baseline, 'targets'>,
): WorsenedTarget[] {
  return targets.flatMap(({ text, name, verdict, figure }) => {
    const before = baseline.targets.get(text);
    if (!before) return [];
    const { least, most } = verdict;
    const now = { least, most, used: figure.used, byBehaviour: figure.byBehaviour };
    return isWorse(now, before) ? [{ name, before, now }] : [];
  });
}

function isWorse(now: TargetBaseline, before: TargetBaseline): boolean {
  return isVerdictWorse(now, before) || featuresInTheWay(now) > featuresInTheWay(before);
}

export function isVerdictWorse(now: TargetBaseline, before: TargetBaseline): boolean {
  const isBehind = (a: Verdict, b: Verdict): boolean => VERDICTS.indexOf(a) > VERDICTS.indexOf(b);
  return isBehind(now.least, before.least) || isBehind(now.most, before.most);
}

/** Features that are used and neither work, with limits or without, nor are unknown. */
export function featuresInTheWay({ byBehaviour }: Pick<TargetBaseline, 'byBehaviour'>): number {
  return (Object.keys(BADNESS) as Behaviour[])
    .filter((behaviour) => BADNESS[behaviour] > BADNESS.partial)
    .reduce((sum, behaviour) => sum + byBehaviour[behaviour], 0);
}
