/**
 * A baseline: the gaps and verdicts of a program at some time, against which later scans are compared.
 */
import type { FeatureStanding } from '../gaps/targetGap.js';
import type { TargetReport } from '../report/report.js';
import type { Verdict } from '../report/verdict.js';
import type { GapFingerprint } from './gapFingerprint.js';

export interface Baseline {
  /** The version of unigap that made it: another one may know more of a target. */
  readonly madeBy: string;
  /** By the target as it is written on a command line. */
  readonly targets: ReadonlyMap<string, TargetBaseline>;
  /** By path, then by what each is known by. */
  readonly gaps: readonly BaselineGap[];
}

/** Verdict and figure of a target. */
export interface TargetBaseline {
  readonly least: Verdict;
  readonly most: Verdict;
  readonly used: number;
  readonly byBehaviour: Readonly<Record<FeatureStanding, number>>;
}

/** Gaps that are equal in all by which they are known. */
export interface BaselineGap extends Omit<GapFingerprint, 'occurrence'> {
  readonly count: number;
}

/** What a later scan is compared with. */
export function baselineOf(
  fingerprints: Iterable<GapFingerprint>,
  targets: readonly TargetReport[],
  madeBy: string,
): Baseline {
  const gaps: BaselineGap[] = [];
  for (const { feature, path, function: name, line } of [...fingerprints].sort(inFile)) {
    const last = gaps.at(-1);
    if (last && inFile(last, { feature, path, function: name, line }) === 0) {
      gaps[gaps.length - 1] = { ...last, count: last.count + 1 };
    } else gaps.push({ feature, path, function: name, line, count: 1 });
  }
  return {
    madeBy,
    targets: new Map(targets.map((target) => [target.text, targetBaseline(target)])),
    gaps,
  };
}

function targetBaseline({ verdict, figure }: TargetReport): TargetBaseline {
  const { least, most } = verdict;
  return { least, most, used: figure.used, byBehaviour: figure.byBehaviour };
}

type Key = Omit<GapFingerprint, 'occurrence'>;

/** The order of the file; 0 for what is known alike. */
function inFile(a: Key, b: Key): number {
  return (
    inOrder(a.path, b.path) ||
    inOrder(a.feature, b.feature) ||
    inOrder(a.function ?? '', b.function ?? '') ||
    inOrder(a.line ?? '', b.line ?? '')
  );
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
