/**
 * What the program tells of a package as far as it bears on operating it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import { LARGEST_OUTPUT_BYTES } from '../findings.js';

export interface OperationFinding {
  readonly path: string;
  /** From one. */
  readonly line: number;
  readonly feature: string;
}

interface Row extends OperationFinding {
  readonly kind: string;
  readonly tags: readonly string[];
}

interface Document {
  readonly uses: readonly Row[];
  readonly gaps: readonly Row[];
  readonly targets: readonly {
    readonly operability: {
      readonly facilities: readonly {
        readonly features: readonly {
          readonly feature: string;
          readonly places: readonly Omit<OperationFinding, 'feature'>[];
        }[];
      }[];
    };
  }[];
}

export interface OperationFindings {
  /** Every use of anything. */
  readonly uses: readonly OperationFinding[];
  /** What is told of operation: practices and settings, and what people rely on; sorted, each once. */
  readonly told: readonly OperationFinding[];
}

/** Scans a folder with the built program; a message if the scan fails. */
export function operationFindings(folder: string): OperationFindings | { problem: string } {
  const program = join(PROJECT_ROOT, 'dist', 'unigap.js');
  const options = ['--uses', '--format', 'json', '--no-ignore', '--no-cache'];
  const scan = spawnSync(execPath, [program, 'scan', folder, ...options], {
    maxBuffer: LARGEST_OUTPUT_BYTES,
    encoding: 'utf8',
  });
  if (scan.status !== 0 && scan.status !== 1) {
    return { problem: `the scan of ${folder} failed: ${scan.error?.message ?? scan.stderr.trim()}` };
  }
  const { uses, gaps, targets } = JSON.parse(scan.stdout) as Document;
  const ofFiles = gaps.filter(
    ({ kind, tags }) => (kind === 'practice' || kind === 'setting') && tags.length === 0,
  );
  const relied = targets.flatMap(({ operability }) =>
    operability.facilities.flatMap(({ features }) =>
      features.flatMap(({ feature, places }) => places.map((place) => ({ ...place, feature }))),
    ),
  );
  const told = new Map([...ofFiles, ...relied].map((one) => [keyOf(one), plain(one)]));
  return {
    uses: [...uses.map(plain), ...told.values()],
    told: [...told].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
  };
}

export function keyOf({ path, line, feature }: OperationFinding): string {
  return `${path}:${line} ${feature}`;
}

function plain({ path, line, feature }: OperationFinding): OperationFinding {
  return { path, line, feature };
}
