/**
 * What the program finds in a package: the uses of functions that count, under the names of the truth.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { PROJECT_ROOT } from '../generate/projectRoot.js';
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

export const LARGEST_OUTPUT_BYTES = 1 << 30;

/** What a test or an example is for: where a build is known to compile it, that is no doubt. */
const PURPOSES: ReadonlySet<string> = new Set(['test', 'example']);

/**
 * Scans a folder with the built program; a message if the scan fails.
 * @param isBuilt whether the folder holds a build, which tells what is compiled.
 */
export function findingsIn(
  folder: string,
  names: ReadonlySet<string>,
  isBuilt: boolean,
): Finding[] | { problem: string } {
  const program = join(PROJECT_ROOT, 'dist', 'unigap.js');
  const options = ['--target', 'osv', '--uses', '--format', 'json', '--no-ignore'];
  const scan = spawnSync(execPath, [program, 'scan', folder, ...options], {
    maxBuffer: LARGEST_OUTPUT_BYTES,
    encoding: 'utf8',
  });
  if (scan.status !== 0 && scan.status !== 1) {
    return { problem: `the scan of ${folder} failed: ${scan.error?.message ?? scan.stderr.trim()}` };
  }
  const { uses } = JSON.parse(scan.stdout) as { uses: UseRow[] };
  return uses
    .filter((use) => use.feature.startsWith('function/'))
    .flatMap(({ path, line, symbol, tags }) =>
      interfaceNames(symbol)
        .filter((name) => names.has(name))
        .map((name) => ({
          file: path,
          line,
          name,
          isUntagged: tags.every((tag) => isBuilt && PURPOSES.has(tag)),
        })),
    );
}
