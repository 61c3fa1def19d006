/**
 * Report documents for tests of what shows them.
 */
import type { GapDocument, ReportDocument } from '#core/report/reportDocument.js';

/** A gap on OSv and Rumprun, with what matters to the test put in. */
export function gapDocumentWith(parts: Partial<GapDocument>): GapDocument {
  const severity = parts.severity ?? 'error';
  const on = (target: string): GapDocument['targets'][number] => ({
    target,
    behaviour: 'fails',
    severity,
    detail: 'Returns -1.',
    evidence: 'read',
  });
  return {
    root: 0,
    path: 'a.c',
    line: 0,
    column: 0,
    name: 'fork',
    symbol: 'fork()',
    feature: 'function/fork',
    severity,
    message: 'fork() — fails',
    tags: [],
    conditions: [],
    targets: [on('osv'), on('rumprun')],
    ...parts,
  };
}

export function reportDocumentOf(gaps: readonly GapDocument[], roots = ['app']): ReportDocument {
  const target = (id: string, name: string): ReportDocument['targets'][number] => ({
    target: id,
    name,
    least: 'redesign',
    most: 'redesign',
    because: [],
    unless: [],
    conditions: [],
    coverage: 1,
    isCovered: true,
    used: 0,
    byBehaviour: {
      supported: 0,
      partial: 0,
      'no-op': 0,
      wrong: 0,
      fails: 0,
      hangs: 0,
      aborts: 0,
      missing: 0,
      unknown: 0,
    },
    unknownFeatures: [],
  });
  return {
    version: 1,
    roots,
    filesScanned: 1,
    bytesScanned: 1,
    targets: [target('osv', 'OSv'), target('rumprun', 'Rumprun')],
    families: { 'process-creation': 'Creating processes', signals: 'Signals' },
    features: {
      'function/fork': { family: 'process-creation', effort: 'redesign' },
      'function/kill': { family: 'signals', effort: 'moderate' },
    },
    gaps,
    skipped: [],
    problems: [],
  };
}
