/**
 * The report of a scan as a document, for the formats that are made from one.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import type { Report } from '#core/report/report.js';
import { type ReportDocument, reportDocument } from '#core/report/reportDocument.js';
import { rootedPath } from './rootedPath.js';
import type { ScanContext } from './scanCommand.js';

export function scanDocument(report: Report, context: ScanContext, knowledge: Knowledge): ReportDocument {
  const { prefixes } = context;
  const roots = prefixes.length === 1 ? context.roots : prefixes.map(folderOf);
  return {
    ...reportDocument(report, knowledge, roots, rootedPath(prefixes)),
    ignoredFiles: context.ignored,
    ignoreDropped: context.ignoreDropped,
    excluded: context.excluded,
    suppressedGaps: context.suppressed.length,
    ...(context.whatIf ? { whatIf: context.whatIf } : {}),
  };
}

function folderOf(prefix: string): string {
  return prefix === '' ? '.' : prefix.slice(0, -1);
}
