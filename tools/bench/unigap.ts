/**
 * The built program, as a user starts it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import { PROJECT_ROOT } from '../generate/projectRoot.js';
import type { Program } from './program.js';
import type { SourceFiles } from './sourceFiles.js';

export const UNIGAP = join(PROJECT_ROOT, 'dist', 'unigap.js');
export const KNOWLEDGE_FILE = join(PROJECT_ROOT, 'dist', 'knowledge.json');

/** Which scan of a folder is measured: one by itself, the first that leaves something for the next, or the next. */
export type ScanKind = 'alone' | 'first' | 'again';

const NAMES: Readonly<Record<ScanKind, string>> = {
  alone: 'unigap',
  first: 'unigap, first',
  again: 'unigap, again',
};

export function unigap(folder: string, files: SourceFiles, scratch: string, kind: ScanKind): Program {
  const cache = join(scratch, 'cache');
  return {
    name: NAMES[kind],
    command: [
      ...[execPath, UNIGAP, 'scan', folder, '--no-ignore'],
      ...(kind === 'alone' ? ['--no-cache'] : ['--cache-dir', cache]),
    ],
    ...(kind === 'first' && { prepare: () => rmSync(cache, { recursive: true, force: true }) }),
    statuses: [0, 1],
    leftOut: () => skippedIn(folder, files, join(scratch, 'report.json')),
  };
}

/** The names that a scan looks for. */
export function searchedNames(): string[] {
  return execFileSync(execPath, [UNIGAP, 'names'], { encoding: 'utf8' }).trim().split('\n');
}

/** Those of the names that are functions. */
export function functionsAmong(names: readonly string[]): string[] {
  const { features } = loadKnowledge(readFileSync(KNOWLEDGE_FILE, 'utf8'));
  return names.filter((name) => features.has(`function/${name}`));
}

/** Asked of a run of its own, whose report names every file that was skipped. */
function skippedIn(folder: string, files: SourceFiles, output: string): string[] {
  const descriptor = openSync(output, 'w');
  spawnSync(
    execPath,
    [UNIGAP, 'scan', folder, '--no-ignore', '--no-cache', '--format', 'json', '--min-severity', 'error'],
    {
      stdio: ['ignore', descriptor, 'inherit'],
    },
  );
  closeSync(descriptor);
  const report = JSON.parse(readFileSync(output, 'utf8')) as {
    filesScanned: number;
    skipped: readonly { path: string }[];
  };
  const skipped = report.skipped.map(({ path }) => path).filter((path) => files.sizes.has(path));
  const read = files.sizes.size - skipped.length;
  if (report.filesScanned !== read) {
    throw new Error(
      `unigap read ${report.filesScanned} files of ${folder}, not the ${read} that were listed`,
    );
  }
  return skipped;
}
