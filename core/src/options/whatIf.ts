/**
 * What a report changes if options of the build are assumed to be set.
 */
import type { BuildMacros } from '../guards/sources/userDefines.js';
import type { Report } from '../report/report.js';
import type { Verdict } from '../report/verdict.js';
import type { Use } from '../uses/use.js';
import type { OptionSetting } from './optionEffects.js';

export interface WhatIf {
  readonly settings: readonly OptionSetting[];
  /** Gaps that are certain only with the settings, and gaps that are certain only without them. */
  readonly more: number;
  readonly fewer: number;
  /** By target, its verdict without the settings and with them. */
  readonly targets: readonly {
    readonly target: string;
    readonly name: string;
    readonly before: VerdictRange;
    readonly after: VerdictRange;
  }[];
}

export interface VerdictRange {
  readonly least: Verdict;
  readonly most: Verdict;
}

/** @param before and `after`: reports of the same uses, without and with what is assumed. */
export function whatIfOf(assumed: BuildMacros, before: Report, after: Report): WhatIf {
  const without = certainUses(before);
  const withThem = certainUses(after);
  return {
    settings: Object.entries(assumed).map(([option, value]) => ({
      option,
      setting: value === null ? 'off' : 'on',
    })),
    more: countOutside(withThem, without),
    fewer: countOutside(without, withThem),
    targets: after.targets.map(({ text, name, verdict }, i) => ({
      target: text,
      name,
      before: rangeOf(before.targets[i].verdict),
      after: rangeOf(verdict),
    })),
  };
}

function certainUses({ gaps }: Report): Set<Use> {
  return new Set(gaps.filter(({ tags }) => tags.length === 0).map(({ use }) => use));
}

function countOutside(uses: ReadonlySet<Use>, others: ReadonlySet<Use>): number {
  let count = 0;
  for (const use of uses) if (!others.has(use)) count++;
  return count;
}

function rangeOf({ least, most }: VerdictRange): VerdictRange {
  return { least, most };
}
