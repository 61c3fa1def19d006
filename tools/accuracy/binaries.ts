/**
 * What a scan of a package's shipped binaries finds against the functions that they import: both come from the
 * same tables, so that every difference is a mistake of one of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath, stderr, stdout } from 'node:process';
import { PROJECT_ROOT } from '../generate/projectRoot.js';
import { LARGEST_OUTPUT_BYTES } from './findings.js';
import { interfaceNames } from './interfaceNames.js';
import type { PackageImports, Truth } from './truth.js';

interface ScannedUse {
  readonly kind: string;
  readonly name: string;
  readonly path: string;
}

/**
 * Compares each package and prints what differs. Returns the exit status: 0 all are exact, 1 some are not, 2 some
 * could not be measured.
 * @param folder with the unpacked binary packages of each package, as FOLDER/PACKAGE/BINARYPACKAGE.
 */
export function measureBinaries(wanted: readonly PackageImports[], truth: Truth, folder: string): number {
  const totals = { found: 0, missing: 0, extra: 0, exact: 0, measured: 0 };
  for (const one of wanted) {
    const place = join(folder, one.package);
    const problem = problemOf(one, place);
    if (problem !== undefined) {
      stderr.write(`accuracy: ${one.package} ${one.version} is not measured: ${problem}\n`);
      continue;
    }
    const scan = importsIn(place, truth.names);
    if ('problem' in scan) {
      stderr.write(`accuracy: ${one.package} is not measured: ${scan.problem}\n`);
      continue;
    }
    const { found, missing, extra } = comparedImports(one, scan.imports, truth.names);
    totals.measured++;
    totals.found += found;
    totals.missing += missing.length;
    totals.extra += extra.length;
    if (missing.length === 0 && extra.length === 0) totals.exact++;
    stdout.write(
      `${one.package.padEnd(14)}found ${found}, missing ${missing.length}, extra ${extra.length}\n`,
    );
    for (const name of missing) stdout.write(`  missing  ${name}\n`);
    for (const [name, path] of extra) stdout.write(`  extra    ${name}  ${path}\n`);
  }
  const { found, missing, extra, exact, measured } = totals;
  stdout.write(
    `${measured} of ${wanted.length} packages, ${exact} exact; found ${found}, missing ${missing}, extra ${extra}\n`,
  );
  if (measured < wanted.length) return 2;
  return missing + extra === 0 ? 0 : 1;
}

export interface ComparedImports {
  /** Names that both have. */
  readonly found: number;
  readonly missing: readonly string[];
  /** With the first binary that imports the name. */
  readonly extra: readonly (readonly [name: string, path: string])[];
}

/** What was found of a package against its truth, of the names that count. */
export function comparedImports(
  { truth_symbols_interesting: truth }: Pick<PackageImports, 'truth_symbols_interesting'>,
  imports: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): ComparedImports {
  const expected = new Set(truth.filter((name) => names.has(name)));
  const missing = [...expected].filter((name) => !imports.has(name));
  const extra = [...imports].filter(([name]) => names.has(name) && !expected.has(name));
  return { found: expected.size - missing.length, missing, extra };
}

/** Why a package cannot be measured, or undefined. Imports are bound to one version of the source. */
function problemOf({ version }: PackageImports, place: string): string | undefined {
  if (!existsSync(place)) return 'not there';
  const versions = new Set(readdirSync(place).map((name) => sourceVersion(join(place, name))));
  if (versions.size === 1 && versions.has(version)) return undefined;
  return `version ${[...versions].join(', ')} is there`;
}

/** The version of the source that an unpacked binary package was built from. */
export function sourceVersion(place: string): string {
  const control = join(place, 'DEBIAN', 'control');
  if (!existsSync(control)) return 'unknown';
  const text = readFileSync(control, 'utf8');
  return /^Source: \S+ \((\S+)\)/m.exec(text)?.[1] ?? /^Version: (\S+)/m.exec(text)?.[1] ?? 'unknown';
}

/** Names of the functions that count, each with the first binary that imports it. */
function importsIn(
  folder: string,
  names: ReadonlySet<string>,
): { readonly imports: ReadonlyMap<string, string> } | { readonly problem: string } {
  const program = join(PROJECT_ROOT, 'dist', 'unigap.js');
  const options = ['--binaries', '--target', 'osv', '--uses', '--format', 'json', '--no-config'];
  const scan = spawnSync(execPath, [program, 'scan', folder, ...options], {
    maxBuffer: LARGEST_OUTPUT_BYTES,
    encoding: 'utf8',
  });
  if (scan.status !== 0 && scan.status !== 1) {
    return { problem: `the scan of ${folder} failed: ${scan.error?.message ?? scan.stderr.trim()}` };
  }
  const imports = new Map<string, string>();
  const { uses } = JSON.parse(scan.stdout) as { uses: ScannedUse[] };
  for (const { kind, name, path } of uses) {
    if (kind !== 'import') continue;
    for (const one of interfaceNames(name)) {
      if (names.has(one) && !imports.has(one)) imports.set(one, path);
    }
  }
  return { imports };
}
