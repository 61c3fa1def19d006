/**
 * What was read by hand: the findings that are expected, and a sample of findings with verdicts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import type { OperationFinding } from './operationFindings.js';

export interface ExpectedPackage {
  readonly package: string;
  /** Version of the Debian source. */
  readonly version: string;
  readonly expected: readonly OperationFinding[];
}

export interface JudgedFinding extends OperationFinding {
  readonly package: string;
  readonly isRight: boolean;
  /** Why it is not. */
  readonly reason: string | undefined;
}

const FOLDER = join(PROJECT_ROOT, 'tools/accuracy/operations');

type Place = readonly [path: string, line: number, feature: string];

export function readExpected(): ExpectedPackage[] {
  const { packages } = read<{ packages: { package: string; version: string; expected: Place[] }[] }>(
    'expected.json',
  );
  return packages.map(({ package: name, version, expected }) => ({
    package: name,
    version,
    expected: expected.map(([path, line, feature]) => ({ path, line, feature })),
  }));
}

export function readJudged(): JudgedFinding[] {
  const { sample } = read<{ sample: (readonly [string, ...Place, 'right' | 'wrong', string?])[] }>(
    'judged.json',
  );
  return sample.map(([name, path, line, feature, verdict, reason]) => ({
    package: name,
    path,
    line,
    feature,
    isRight: verdict === 'right',
    reason,
  }));
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;
}
