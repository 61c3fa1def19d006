/**
 * What the program finds in a package: the uses of functions that count, under the names of the truth.
 */
import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { interfaceNames } from './interfaceNames.js';

/** A use of a function; the line counts from one. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** Whether the scan tells nothing that makes it doubtful. */
  readonly isUntagged: boolean;
}

interface UseRow {
  readonly path: string;
  readonly line: number;
  readonly symbol: string;
  readonly feature: string;
  readonly tags: readonly string[];
}

const LARGEST_OUTPUT_BYTES = 1 << 30;

/** Scans a folder with the built program. Throws if the scan fails. */
export function findingsIn(folder: string, program: string, names: ReadonlySet<string>): Finding[] {
  const options = ['--target', 'osv', '--uses', '--format', 'json', '--no-ignore'];
  const scan = spawnSync(execPath, [program, 'scan', folder, ...options], {
    maxBuffer: LARGEST_OUTPUT_BYTES,
    encoding: 'utf8',
  });
  if (scan.status !== 0 && scan.status !== 1) throw new Error(`the scan of ${folder} failed: ${scan.stderr}`);
  const { uses } = JSON.parse(scan.stdout) as { uses: UseRow[] };
  return uses
    .filter((use) => use.feature.startsWith('function/'))
    .flatMap(({ path, line, symbol, tags }) =>
      interfaceNames(symbol)
        .filter((name) => names.has(name))
        .map((name) => ({ file: path, line, name, isUntagged: tags.length === 0 })),
    );
}
