/**
 * The choices of the filter of gaps, for a list with check boxes: severities, then targets.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import type { Translate } from '../text/translate.js';
import type { GapFilter } from './gapFilter.js';

export interface FilterPick {
  readonly label: string;
  readonly picked: boolean;
  readonly severity?: GapDocument['severity'];
  readonly target?: string;
}

export function filterPicks(
  document: ReportDocument,
  filter: GapFilter,
  t: Translate,
): { readonly severities: FilterPick[]; readonly targets: FilterPick[] } {
  const severity = (one: GapDocument['severity'], label: string): FilterPick => ({
    label,
    severity: one,
    picked: filter.severities?.includes(one) ?? true,
  });
  return {
    severities: [
      severity('error', t('Errors')),
      severity('warning', t('Warnings')),
      severity('information', t('Information')),
    ],
    targets: document.targets.map(({ target, name }) => ({
      label: name,
      target,
      picked: filter.targets?.includes(target) ?? true,
    })),
  };
}

/** The filter after the choices were made. All of a kind, or none of it, is no filter on that kind. */
export function filterOfPicks(
  all: ReturnType<typeof filterPicks>,
  picked: readonly FilterPick[],
  text: string | undefined,
): GapFilter {
  const severities = picked.flatMap(({ severity }) => severity ?? []);
  const targets = picked.flatMap(({ target }) => target ?? []);
  const isPart = (some: readonly unknown[], whole: readonly unknown[]): boolean =>
    some.length > 0 && some.length < whole.length;
  return {
    severities: isPart(severities, all.severities) ? severities : undefined,
    targets: isPart(targets, all.targets) ? targets : undefined,
    text,
  };
}
