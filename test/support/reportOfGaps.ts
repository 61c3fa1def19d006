/**
 * A report document around a few gaps, for tests of what is made from one.
 */
import { NO_FEATURES } from '#core/report/figure.js';
import type { GapDocument } from '#core/report/gapDocument.js';
import { DOCUMENT_VERSION, type ReportDocument, type TargetDocument } from '#core/report/reportDocument.js';

/** A gap of severity error on `osv`; what matters to the test is put in. */
export function gapWith(parts: Partial<GapDocument>): GapDocument {
  const severity = parts.severity ?? 'error';
  return {
    root: 0,
    path: 'a.c',
    line: 0,
    column: 0,
    name: 'fork',
    symbol: 'fork',
    feature: 'function/fork',
    severity,
    message: 'fork() — OSv: fails',
    tags: [],
    conditions: [],
    targets: [
      {
        target: 'osv',
        behaviour: 'fails',
        severity,
        asks: 'redesign',
        isDecided: true,
        detail: 'A stub.',
        evidence: 'read stubs.cc:1',
      },
    ],
    ...parts,
  };
}

export function targetWith(parts: Partial<TargetDocument>): TargetDocument {
  return {
    target: 'osv',
    name: 'OSv',
    least: 'redesign',
    most: 'redesign',
    because: [{ symbol: 'fork', count: 1, files: 1, path: 'a.c' }],
    unless: [],
    conditions: [],
    coverage: 1,
    hasUntoldUses: false,
    isCovered: true,
    used: 2,
    byBehaviour: { ...NO_FEATURES, supported: 1, fails: 1 },
    unknownFeatures: [],
    leftOut: [],
    remarks: [],
    operability: 'nothing is relied on to look into it, as far as can be told',
    facilities: [],
    settings: [],
    ...parts,
  };
}

export function reportOfGaps(
  gaps: readonly GapDocument[],
  parts: Partial<ReportDocument> = {},
): ReportDocument {
  return {
    version: DOCUMENT_VERSION,
    roots: ['app'],
    filesScanned: 1,
    bytesScanned: 100,
    targets: [targetWith({})],
    families: { processes: 'Process creation', signals: 'Signals' },
    features: {
      'function/fork': { family: 'processes', effort: 'redesign' },
      'function/signal': { family: 'signals', effort: 'moderate' },
    },
    gaps,
    skipped: [],
    problems: [],
    ...parts,
  };
}
