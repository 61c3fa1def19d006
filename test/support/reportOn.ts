/**
 * The report of a scan over files in memory, for both targets.
 */
import { type Report, reportOf } from '#core/report/report.js';
import { shippedKnowledge, targetOf } from './knowledge.js';
import { scanFiles } from './scan.js';

export async function reportOn(files: Readonly<Record<string, string>>): Promise<Report> {
  const scan = await scanFiles(files, { allUses: false, targets: ['osv', 'rumprun'] });
  return reportOf(scan, shippedKnowledge(), {
    targets: ['osv', 'rumprun'].map(targetOf),
    minSeverity: 'information',
    definesFor: () => ({}),
  });
}
