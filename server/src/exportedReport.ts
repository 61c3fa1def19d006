/**
 * The report as a file that can be handed on.
 */
import type { ReportDocument } from '#core/report/reportDocument.js';
import type { ExportParams } from './protocol.js';
import type { Session } from './session.js';

export async function exportedReport(
  document: ReportDocument,
  format: ExportParams['format'],
  _session: Session,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(document, undefined, 1)}\n`;
  throw new Error(`${format} is not there yet`);
}
