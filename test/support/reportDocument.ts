/**
 * Report documents for tests of what shows them.
 */
import { NO_FEATURES } from '#core/report/figure.js';
import type { GapDocument } from '#core/report/gapDocument.js';
import type { ReportDocument, TargetDocument } from '#core/report/reportDocument.js';
import { gapWith, reportOfGaps, targetWith } from './reportOfGaps.js';

/** A gap on OSv and Rumprun, with what matters to the test put in. */
export function gapDocumentWith(parts: Partial<GapDocument>): GapDocument {
  const severity = parts.severity ?? 'error';
  const on = (target: string): GapDocument['targets'][number] => ({
    target,
    behaviour: 'fails',
    asks: 'redesign',
    isDecided: true,
    severity,
    detail: 'Returns -1.',
    evidence: 'read',
  });
  return gapWith({
    symbol: 'fork()',
    message: 'fork() — fails',
    targets: [on('osv'), on('rumprun')],
    ...parts,
  });
}

export function reportDocumentOf(gaps: readonly GapDocument[], roots = ['app']): ReportDocument {
  const nothing: Partial<TargetDocument> = { because: [], used: 0, byBehaviour: NO_FEATURES };
  return reportOfGaps(gaps, {
    roots,
    targets: [targetWith(nothing), targetWith({ ...nothing, target: 'rumprun', name: 'Rumprun' })],
    families: { 'process-creation': 'Creating processes', signals: 'Signals' },
    features: {
      'function/fork': { family: 'process-creation', effort: 'redesign' },
      'function/kill': { family: 'signals', effort: 'moderate' },
    },
  });
}
