/**
 * A report that lists new gaps only, and what is said of the others.
 */
import type { Gap } from '#core/gaps/gap.js';
import { comparisonText, worsenedText } from '#core/messages/comparisonText.js';
import type { Report } from '#core/report/report.js';
import type { ComparedScan } from './scanBaseline.js';

/** Whether a gap is one of the program, and not of its tests, examples, stand-ins, macro bodies or idle headers. */
export function counts({ use }: Gap): boolean {
  return use.tags.length === 0;
}

/** Gaps that do not count are in no baseline, and stay. */
export function withNewGapsOnly(report: Report, compared: ComparedScan | undefined): Report {
  if (!compared) return report;
  return { ...report, gaps: report.gaps.filter((gap) => !counts(gap) || compared.isNew.has(gap)) };
}

/**
 * What has changed since the baseline, a sentence each.
 * @param report with all gaps.
 */
export function sinceBaseline({ gaps }: Report, { isNew, gone, worsened }: ComparedScan): string[] {
  const counted = gaps.filter(counts);
  const fresh = counted.filter((gap) => isNew.has(gap)).length;
  return [comparisonText({ fresh, known: counted.length - fresh, gone }), ...worsened.map(worsenedText)];
}
