/**
 * Which gaps the tree shows.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import type { ReportDocument } from '#core/report/reportDocument.js';

export interface GapFilter {
  /** Severities to show; undefined for all. */
  readonly severities?: readonly GapDocument['severity'][] | undefined;
  /** Targets to show, as they are written in settings; undefined for all. */
  readonly targets?: readonly string[] | undefined;
  /** To be found in symbol, path, message or family; in any case of letters. */
  readonly text?: string | undefined;
}

export const NO_FILTER: GapFilter = {};

export function isFiltering({ severities, targets, text }: GapFilter): boolean {
  return severities !== undefined || targets !== undefined || text !== undefined;
}

/**
 * The gaps that the filter lets through, in their order. Where targets are filtered, a gap counts with its severity
 * on those.
 */
export function filterGaps(document: ReportDocument, filter: GapFilter): readonly GapDocument[] {
  if (!isFiltering(filter)) return document.gaps;
  const { severities, targets } = filter;
  const text = filter.text?.toLowerCase();
  return document.gaps.filter((gap) => {
    const onTargets = targets ? gap.targets.filter(({ target }) => targets.includes(target)) : undefined;
    if (onTargets?.length === 0) return false;
    if (severities) {
      const fits = onTargets
        ? onTargets.some(({ severity }) => severities.includes(severity))
        : severities.includes(gap.severity);
      if (!fits) return false;
    }
    return text === undefined || searchText(document, gap).includes(text);
  });
}

function searchText(document: ReportDocument, gap: GapDocument): string {
  const family = document.families[document.features[gap.feature]?.family] ?? '';
  return `${gap.symbol}\n${gap.path}\n${gap.message}\n${family}`.toLowerCase();
}
