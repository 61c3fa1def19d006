/**
 * A report of any size, the same on every run: gaps as a large program has them, spread over files, families and
 * messages.
 */
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import type { GapDocument } from '#core/report/gapDocument.js';
import {
  DOCUMENT_VERSION,
  type FeatureDocument,
  type ReportDocument,
  type TargetDocument,
} from '#core/report/reportDocument.js';

const FAMILIES = 60;
const FEATURES = 1500;
const GAPS_A_FILE = 12;
const TARGETS = ['osv', 'rumprun'];

export function generateReport(size: number): ReportDocument {
  const features: Record<string, FeatureDocument> = {};
  const families: Record<string, string> = {};
  for (let i = 0; i < FAMILIES; i++) families[`family-${i}`] = `Family number ${i}`;
  for (let i = 0; i < FEATURES; i++)
    features[featureId(i)] = { family: `family-${i % FAMILIES}`, effort: 'moderate' };
  return {
    version: DOCUMENT_VERSION,
    roots: ['generated'],
    filesScanned: Math.ceil(size / GAPS_A_FILE),
    bytesScanned: size * 1000,
    targets: TARGETS.map(target),
    families,
    features,
    gaps: Array.from({ length: size }, (_, i) => gap(i)).sort(
      (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
    ),
    skipped: [],
    problems: [],
  };
}

function featureId(number: number): string {
  return `function/call_${number}`;
}

function gap(i: number): GapDocument {
  const number = (i * 7919) % FEATURES;
  const file = Math.floor(i / GAPS_A_FILE);
  const severity = SEVERITIES[Math.min(2, number % 7)];
  const isConditional = i % 11 === 0;
  return {
    root: 0,
    path: `src/module${file % 97}/part${file % 13}/file${file}.c`,
    line: (i % GAPS_A_FILE) * 40,
    column: 4,
    name: `call_${number}`,
    symbol: `call_${number}`,
    feature: featureId(number),
    severity,
    message: `call_${number}() — OSv: fails: returns -1, errno ENOSYS; Rumprun: fails: returns ${number}, errno ENOTSUP`,
    tags: [...(i % 17 === 0 ? ['test'] : []), ...(isConditional ? ['conditional'] : [])],
    conditions: isConditional ? [`defined(OPTION_${i % 50})`] : [],
    targets: TARGETS.slice(0, 1 + (number % 2)).map((target) => ({
      target,
      behaviour: 'fails',
      asks: 'redesign',
      isDecided: true,
      severity: target === 'osv' ? severity : (SEVERITIES[number % 3] as Severity),
      detail: 'The call is a stub that fails always; the errno tells that it is not there.',
      evidence: `read libc/stubs.cc:${number}; observed on a booted guest`,
    })),
  };
}

function target(id: string): TargetDocument {
  return {
    target: id,
    name: id,
    least: 'patch',
    most: 'redesign',
    because: [{ symbol: 'call_1', count: 3, files: 2, path: 'a.c' }],
    unless: [{ symbol: 'call_2', count: 1, files: 1, path: 'c.c' }],
    conditions: ['defined(OPTION_1)'],
    coverage: 1,
    hasUntoldUses: false,
    isCovered: true,
    used: FEATURES,
    byBehaviour: {
      supported: 900,
      partial: 100,
      'no-op': 100,
      wrong: 50,
      fails: 250,
      hangs: 10,
      aborts: 10,
      missing: 80,
      unknown: 0,
    },
    unknownFeatures: [],
    leftOut: [],
    remarks: [],
    operability: 'nothing is relied on to look into it, as far as can be told',
    facilities: [],
    settings: [],
  };
}
