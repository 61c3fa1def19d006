/**
 * Measures what a scan finds against ground truth from real builds: `npm run accuracy -- [--truth FOLDER]
 * [--corpus FOLDER] [--builds FOLDER] [--packages a,b] [--errors N] [--per-package] [--per-symbol]`. Exit status: 0
 * every bar is reached, 1 one is missed, 2 not everything was measured, so that the bars are not judged. With
 * `--binaries FOLDER` it compares the imports of the packages' binaries instead, which have to be exact.
 */
import { join } from 'node:path';
import { argv, cwd, env, stderr, stdout } from 'node:process';
import { type Bar, bars, buildBars } from './bars.js';
import { measureBinaries } from './binaries.js';
import { fetchCommand, problemOf, problemOfBuild } from './corpus.js';
import { exampleLines, nameLines, packageLines } from './details.js';
import { findingsIn } from './findings.js';
import { type Options, readOptions } from './options.js';
import { ScoredSet } from './scoredSet.js';
import { table } from './table.js';
import { type PackageImports, readTruth, type Truth } from './truth.js';

try {
  process.exitCode = measure(readOptions(argv.slice(2), env.INIT_CWD ?? cwd()));
} catch (error) {
  stderr.write(`accuracy: ${(error as Error).message}\n`);
  process.exitCode = 2;
}

function measure(options: Options): number {
  const truth = readTruth(options.truth);
  const unknown =
    options.packages?.filter((name) => !truth.imports.some((one) => one.package === name)) ?? [];
  if (unknown.length > 0) throw new Error(`the truth has no package ${unknown.join(', ')}`);
  const asked = truth.imports.filter((one) => options.packages?.includes(one.package) ?? true);
  if (options.binaries !== undefined) return measureBinaries(asked, truth, options.binaries);
  const { builds } = options;
  // Of a build only the places are judged: the imports are those of another configuration.
  const wanted = builds === undefined ? asked : asked.filter((one) => truth.sites[one.package]);
  const present = wanted.filter((one) => problemIn(one, options) === undefined);
  tellAbsent(wanted, options);

  const all = new ScoredSet('all uses');
  const untagged = new ScoredSet('untagged');
  const measured: PackageImports[] = [];
  for (const one of present) {
    const found = findingsIn(folderOf(one, options), truth.names, builds !== undefined);
    if ('problem' in found) {
      stderr.write(`accuracy: ${one.package} is not measured: ${found.problem}\n`);
      continue;
    }
    all.add(one, found, truth);
    untagged.add(
      one,
      found.filter((finding) => finding.isUntagged),
      truth,
    );
    measured.push(one);
  }
  if (measured.length === 0) throw new Error('nothing could be measured');
  printDetails([all, untagged], options);
  stdout.write(`${coverageText(measured, truth)}\n${table([all, untagged])}`);
  if (builds !== undefined) {
    return printBars(buildBars(untagged.total), measured.length === Object.keys(truth.sites).length);
  }
  return printBars(bars(all.total, untagged.total), measured.length === truth.imports.length);
}

function folderOf(one: PackageImports, { corpus, builds }: Options): string {
  return builds === undefined ? join(corpus, one.source_dir) : join(builds, one.package);
}

function problemIn(one: PackageImports, { corpus, builds }: Options): string | undefined {
  return builds === undefined ? problemOf(one, corpus) : problemOfBuild(one, builds);
}

/** Names the packages that cannot be measured, and the command that fetches them. */
function tellAbsent(wanted: readonly PackageImports[], options: Options): void {
  const { corpus, truth, builds } = options;
  const absent = wanted.filter((one) => problemIn(one, options) !== undefined);
  for (const one of absent) {
    stderr.write(`accuracy: ${one.package} ${one.version} is not measured: ${problemIn(one, options)}\n`);
  }
  if (absent.length > 0 && builds === undefined)
    stderr.write(`accuracy: to fetch:\n  ${fetchCommand(absent, truth, corpus)}\n`);
}

function printDetails(sets: readonly ScoredSet[], { errors, perPackage, perSymbol }: Options): void {
  for (const set of sets) {
    if (perPackage) stdout.write(packageLines(set));
    if (perSymbol) stdout.write(nameLines(set));
    if (errors > 0) stdout.write(exampleLines(set, errors));
  }
}

function coverageText(measured: readonly PackageImports[], truth: Truth): string {
  const withSites = measured.filter((one) => truth.sites[one.package]).length;
  const allWithSites = Object.keys(truth.sites).length;
  return (
    `imports of ${measured.length} of ${truth.imports.length} packages, ` +
    `places of ${withSites} of ${allWithSites} packages`
  );
}

/** Prints the bars; returns the exit status. A part of the packages reaches no bar and misses none. */
function printBars(list: readonly Bar[], isComplete: boolean): number {
  for (const { text, figure, least, isReached } of list) {
    const word = isComplete ? (isReached ? 'reached' : 'MISSED') : 'open';
    stdout.write(`${word.padEnd(9)}${text}: ${figure}, at least ${least}\n`);
  }
  if (!isComplete) {
    stderr.write('accuracy: only a part of the packages was measured; no bar is judged\n');
    return 2;
  }
  return list.every((bar) => bar.isReached) ? 0 : 1;
}
