/**
 * The report of a scan as a document, for the formats that are made from one.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import type { Report } from '#core/report/report.js';
import { type ReportDocument, reportDocument } from '#core/report/reportDocument.js';
import { sinceBaseline, withNewGapsOnly } from './newGaps.js';
import { rootedPath } from './rootedPath.js';
import type { ScanContext } from './scan/reportScan.js';

export function scanDocument(report: Report, context: ScanContext, knowledge: Knowledge): ReportDocument {
  const { prefixes } = context;
  const roots = prefixes.length === 1 ? context.roots : prefixes.map(folderOf);
  return {
    ...reportDocument(report, knowledge, roots, rootedPath(prefixes)),
    ...scanCounts(report, context),
    unusedSuppressions: context.unusedSuppressions.map(({ path, line, column, message }) => ({
      path,
      line: line - 1,
      column: column - 1,
      message,
    })),
    ...(context.whatIf ? { whatIf: context.whatIf } : {}),
  };
}

/** What was read and what was left out. */
export function scanCounts(
  { filesScanned, bytesScanned, operationsFilesScanned }: Report,
  { ignored, ignoreDropped, excluded, suppressed, build, since }: ScanContext,
) {
  return {
    filesScanned,
    bytesScanned,
    operationsFilesScanned,
    ignoredFiles: ignored,
    ignoreDropped,
    excluded,
    suppressedGaps: suppressed.length,
    build,
    ...(since ? { since } : {}),
  };
}

/** The same with the gaps alone that are new since the baseline, where there is one. */
export function newGapsDocument(report: Report, context: ScanContext, knowledge: Knowledge): ReportDocument {
  const { compared } = context;
  const document = scanDocument(withNewGapsOnly(report, compared), context, knowledge);
  return compared ? { ...document, sinceBaseline: sinceBaseline(report, compared) } : document;
}

function folderOf(prefix: string): string {
  return prefix === '' ? '.' : prefix.slice(0, -1);
}
