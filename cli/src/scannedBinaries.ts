/**
 * The binaries of a scan: those that are named, and on request those that lie in the scanned folders.
 */
import { join } from 'node:path';
import type { BinaryFacts } from '#core/binaries/binaryFacts.js';
import { readBinary } from '#core/binaries/readBinary.js';
import type { Skipped } from '#core/workspace.js';
import { withBinaryFile } from './binaryFile.js';
import { walkBinaries } from './binaryWalk.js';
import type { Project, ScannedRoot } from './projects.js';

export interface ScannedBinaries {
  readonly facts: readonly BinaryFacts[];
  readonly skipped: readonly Skipped[];
  /** Of files that were read in part. */
  readonly problems: readonly Skipped[];
}

/**
 * @param projects one for each root.
 * @param areSearched whether folders are looked through.
 */
export function scannedBinaries(
  roots: readonly ScannedRoot[],
  projects: readonly Project[],
  areSearched: boolean,
): ScannedBinaries {
  const facts: BinaryFacts[] = [];
  const skipped: Skipped[] = [];
  const problems: Skipped[] = [];
  const seen = new Set<string>();
  roots.forEach(({ folder, only, isBinary, prefix }, i) => {
    const before = roots.length === 1 ? '' : prefix;
    const told = (path: string): string => before + path;
    const walk =
      only === undefined
        ? areSearched
          ? walkBinaries(folder, projects[i].settings.exclude)
          : NOTHING
        : { files: isBinary ? [{ path: only }] : [], skipped: [] };
    skipped.push(...walk.skipped.map(({ path, reason }) => ({ path: told(path), reason })));
    for (const { path } of walk.files) {
      const place = join(folder, path);
      if (seen.has(place)) continue; // a folder that was named together with one around it
      seen.add(place);
      const read = readFile(place, told(path));
      if ('problem' in read) skipped.push({ path: told(path), reason: read.problem });
      else {
        facts.push(read.facts);
        problems.push(...read.problems.map((reason) => ({ path: told(path), reason })));
      }
    }
  });
  return { facts, skipped, problems };
}

const NOTHING = { files: [], skipped: [] };

function readFile(place: string, path: string): ReturnType<typeof readBinary> {
  try {
    return withBinaryFile(place, (source) => readBinary(path, source)) ?? { problem: 'not a regular file' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error; // a defect
    return { problem: `cannot be read (${code})` };
  }
}
