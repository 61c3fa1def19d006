/**
 * A report in any of its formats, in pieces: one of a large program is never held as one string.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { htmlReport } from '#core/report/htmlReport.js';
import { markdownReport } from '#core/report/markdownReport.js';
import type { Report } from '#core/report/report.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { runbook } from '#core/runbook/runbook.js';
import { githubReport } from './githubReport.js';
import { jsonReport } from './jsonReport.js';
import type { Format } from './outputs.js';
import { sarifReport } from './sarif/sarifReport.js';
import type { ScanContext } from './scan/reportScan.js';
import { newGapsDocument, scanDocument } from './scanDocument.js';
import { shippedPage } from './shipped.js';
import type { Style } from './style.js';
import { textReport } from './textReport.js';

export function reportPieces(
  format: Format,
  report: Report,
  context: ScanContext,
  knowledge: Knowledge,
  style: Style,
): Iterable<string> {
  switch (format) {
    case 'json':
      return jsonReport(report, context, knowledge);
    case 'sarif':
      return sarifReport(report, context, knowledge);
    case 'github':
      return githubReport(report, context, knowledge);
    case 'markdown':
      return [markdownReport(newGapsDocument(report, context, knowledge))];
    case 'html':
      return [htmlReport(scanDocument(report, context, knowledge), shippedPage())];
    case 'runbook':
      return runbooks(scanDocument(report, context, knowledge));
    case 'text':
      return [textReport(report, context, knowledge, style)];
  }
}

/** One for each target, one behind the other. */
function* runbooks(document: ReportDocument): Iterable<string> {
  for (const [index, target] of document.targets.entries()) {
    yield `${index > 0 ? '\n' : ''}${runbook(document, target)}`;
  }
}
