/**
 * The report as a file that can be handed on.
 */
import { htmlReport } from '#core/report/htmlReport.js';
import { markdownReport } from '#core/report/markdownReport.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { runbook } from '#core/runbook/runbook.js';
import type { ExportParams } from './protocol.js';
import type { Session } from './session.js';

export async function exportedReport(
  document: ReportDocument,
  { format, target }: Pick<ExportParams, 'format' | 'target'>,
  session: Session,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return markdownReport(document);
    case 'html':
      return htmlReport(document, {
        script: await session.shippedText('webview/report.js'),
        style: await session.shippedText('webview/report.css'),
        nonce: crypto.randomUUID().replaceAll('-', ''),
      });
    case 'runbook':
      return document.targets
        .filter((one) => target === undefined || one.target === target)
        .map((one) => runbook(document, one))
        .join('\n');
    default:
      return `${JSON.stringify(document, undefined, 1)}\n`;
  }
}
