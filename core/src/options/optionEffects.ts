/**
 * What options of the build would add to a report: `with USE_SYSTEMD 4 more gaps`. It is made of the gaps whose
 * conditions cannot be decided, and says what becomes of the verdicts.
 */
import type { Severity } from '../gaps/severity.js';
import { isWorse, type Verdict } from '../report/verdict.js';
import { type Hang, leastSettings, type Setting } from './hang.js';

/** One option, or several that only count together. */
export interface OptionEffect {
  readonly settings: readonly OptionSetting[];
  /** Gaps that are then certain. */
  readonly gaps: number;
  /** Those of them that block the port. */
  readonly errors: number;
  /** By target: how many of the gaps it has, and its least verdict then. */
  readonly targets: readonly { readonly target: string; readonly gaps: number; readonly verdict: Verdict }[];
}

export interface OptionSetting {
  readonly option: string;
  readonly setting: Setting;
}

/** What of a gap counts here. */
export interface OpenGap {
  readonly targets: readonly {
    readonly target: string;
    readonly hang: Hang | undefined;
    /** Severity where the place is compiled. */
    readonly severity: Severity;
    /** What it then asks for; undefined where that is not certain even then. */
    readonly asks: Verdict | undefined;
  }[];
}

/**
 * The heaviest first: what makes a verdict worse, then by errors and gaps.
 * @param verdicts the least one of each target as it is.
 */
export function optionEffects(
  gaps: Iterable<OpenGap>,
  verdicts: ReadonlyMap<string, Verdict>,
): OptionEffect[] {
  const tallies = new Map<string, Tally>();
  for (const gap of gaps) {
    const told = new Set<string>();
    for (const { target, hang, severity, asks } of gap.targets) {
      if (!hang) continue;
      for (const settings of leastSettings(hang)) {
        const list = [...settings].map(([option, setting]) => ({ option, setting }));
        const key = list.map(({ option, setting }) => `${option} ${setting}`).join(' ');
        let tally = tallies.get(key);
        if (!tally) {
          tally = new Tally(list, verdicts);
          tallies.set(key, tally);
        }
        tally.add(target, severity, asks, !told.has(key));
        told.add(key);
      }
    }
  }
  return [...tallies.values()].map((tally) => tally.effect()).sort(byWeight(verdicts));
}

class Tally {
  private gaps = 0;
  private errors = 0;
  private readonly byTarget = new Map<string, { gaps: number; verdict: Verdict }>();

  constructor(
    private readonly settings: readonly OptionSetting[],
    private readonly verdicts: ReadonlyMap<string, Verdict>,
  ) {}

  /** @param isNew whether the gap is not counted yet, for another target. */
  add(target: string, severity: Severity, asks: Verdict | undefined, isNew: boolean): void {
    if (isNew) {
      this.gaps++;
      if (severity === 'error') this.errors++;
    }
    const before = this.verdicts.get(target) ?? 'ready';
    const { gaps, verdict } = this.byTarget.get(target) ?? { gaps: 0, verdict: before };
    this.byTarget.set(target, {
      gaps: gaps + 1,
      verdict: asks !== undefined && isWorse(asks, verdict) ? asks : verdict,
    });
  }

  effect(): OptionEffect {
    const targets = [...this.byTarget].map(([target, { gaps, verdict }]) => ({ target, gaps, verdict }));
    return { settings: this.settings, gaps: this.gaps, errors: this.errors, targets };
  }
}

function byWeight(verdicts: ReadonlyMap<string, Verdict>): (a: OptionEffect, b: OptionEffect) => number {
  const worsens = ({ targets }: OptionEffect): number =>
    targets.filter(({ target, verdict }) => isWorse(verdict, verdicts.get(target) ?? 'ready')).length;
  const name = ({ settings }: OptionEffect): string => settings.map(({ option }) => option).join(' ');
  return (a, b) =>
    worsens(b) - worsens(a) ||
    b.errors - a.errors ||
    b.gaps - a.gaps ||
    (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0);
}
