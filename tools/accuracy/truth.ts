/**
 * Ground truth from real builds, as files of a folder: what packages import, and where they call it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a build uses a function at a place: `data` is an address in a table, `indirect` a call hidden behind a macro. */
export type Reference = 'call' | 'ref' | 'data' | 'indirect';

/** A use in a build: file, one-based line, function, kind, the symbol of the object file. */
export type Site = readonly [file: string, line: number, name: string, kind: Reference, symbol: string];

export interface PackageSites {
  /** Files that took part in the build. */
  readonly files: readonly string[];
  /** File to the one-based line ranges, ends included, that the build compiled. */
  readonly active: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** File to the lines of its macro definitions. */
  readonly define_lines: Readonly<Record<string, readonly number[]>>;
  readonly sites: readonly Site[];
}

export interface PackageImports {
  readonly package: string;
  readonly version: string;
  /** Folder of the sources below the corpus. */
  readonly source_dir: string;
  readonly truth_symbols_interesting: readonly string[];
}

export interface Truth {
  readonly sites: Readonly<Record<string, PackageSites>>;
  readonly imports: readonly PackageImports[];
  /** The functions that count. */
  readonly names: ReadonlySet<string>;
}

/** Reads the truth. Throws an Error with a message for the user if the folder does not hold it. */
export function readTruth(folder: string): Truth {
  const missing = ['site-truth.json', 'linker-truth.json', 'interesting.json'].filter(
    (name) => !existsSync(join(folder, name)),
  );
  if (missing.length > 0) {
    throw new Error(
      `${folder} holds no ${missing.join(', ')}; name the folder of the ground truth with --truth FOLDER`,
    );
  }
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    sites: read('site-truth.json') as Truth['sites'],
    imports: read('linker-truth.json') as Truth['imports'],
    names: new Set(Object.values(read('interesting.json') as Record<string, string[]>).flat()),
  };
}
