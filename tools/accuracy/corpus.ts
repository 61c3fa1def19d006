/**
 * The sources that the truth was made from: Debian source packages, unpacked as CORPUS/src/PACKAGE.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageImports } from './truth.js';

/** Why a package cannot be scored, or undefined. Lines and names of the truth are bound to one version. */
export function problemOf(
  wanted: Pick<PackageImports, 'version' | 'source_dir'>,
  corpus: string,
): string | undefined {
  return problemAt(wanted, join(corpus, wanted.source_dir));
}

/** The same for a package that was built in place, as BUILDS/PACKAGE. */
export function problemOfBuild(wanted: PackageImports, builds: string): string | undefined {
  const folder = join(builds, wanted.package);
  if (!existsSync(join(folder, 'compile_commands.json'))) return 'it was not built there';
  return problemAt(wanted, folder);
}

function problemAt(wanted: Pick<PackageImports, 'version'>, folder: string): string | undefined {
  const changelog = join(folder, 'debian', 'changelog');
  if (!existsSync(changelog)) return 'not there';
  const version = /^\S+ \(([^)]+)\)/.exec(readFileSync(changelog, 'latin1'))?.[1];
  if (version === wanted.version) return undefined;
  return `version ${version ?? 'unknown'} is there; remove ${folder} before fetching`;
}

/** The command that brings packages into the corpus. */
export function fetchCommand(wanted: readonly PackageImports[], truth: string, corpus: string): string {
  const packages = wanted.map((one) => `${one.package}=${one.version}`);
  return `sh ${join(truth, 'fetch-corpus.sh')} ${corpus} ${packages.join(' ')}`;
}
