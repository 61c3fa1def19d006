/**
 * Measures what a scan finds against ground truth from real builds: `npm run accuracy -- [--truth FOLDER]
 * [--corpus FOLDER] [--packages a,b] [--errors N]`. Exit status: 0 every bar is reached, 1 one is missed,
 * 2 something could not be measured.
 */
import { dirname, join, resolve } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bars } from './bars.js';
import { fetchCommand, problemOf } from './corpus.js';
import { findingsIn } from './findings.js';
import { scoreImports } from './linkerScore.js';
import { scoreSites } from './siteScore.js';
import { Totals } from './totals.js';
import { readTruth } from './truth.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    truth: { type: 'string', default: join(root, '..', 'shared', 'accuracy') },
    corpus: { type: 'string', default: join(root, '..', 'corpus', 'debian') },
    packages: { type: 'string' },
    errors: { type: 'string', default: '0' },
  },
});
exit(
  measure(resolve(values.truth), resolve(values.corpus), values.packages?.split(','), Number(values.errors)),
);

function measure(truthFolder: string, corpus: string, only: string[] | undefined, errors: number): number {
  const truth = readTruth(truthFolder);
  if ('problem' in truth) {
    stderr.write(`accuracy: ${truth.problem}\n`);
    return 2;
  }
  const wanted = truth.imports.filter((one) => !only || only.includes(one.package));
  const problems = wanted.flatMap((one) => {
    const problem = problemOf(one, corpus);
    return problem === undefined ? [] : [{ one, problem }];
  });
  const absent = new Set(problems.map(({ one }) => one.package));
  const measured = wanted.filter((one) => !absent.has(one.package));
  const all = new Totals();
  const untagged = new Totals();
  for (const one of measured) {
    const found = findingsIn(join(corpus, one.source_dir), join(root, 'dist', 'unigap.js'), truth.names);
    const sure = found.filter((finding) => finding.isUntagged);
    for (const [findings, totals, name] of [
      [found, all, 'all'],
      [sure, untagged, 'untagged'],
    ] as const) {
      const imports = scoreImports(findings, one.truth_symbols_interesting, truth.names);
      totals.addImports(imports);
      const list = imports.importedOnly.map((text) => ({ kind: 'import missed', text }));
      const places = truth.sites[one.package];
      const score = places && scoreSites(findings, places, truth.names);
      if (score) totals.addSites(score);
      for (const { kind, text } of [...list, ...(score?.errors ?? [])].slice(0, errors)) {
        stdout.write(`  ${one.package} ${name}: ${kind}: ${text}\n`);
      }
    }
  }
  stdout.write(
    `${measured.length} packages, ${measured.filter((one) => truth.sites[one.package]).length} of them with sites\n`,
  );
  stdout.write(table(all, untagged));
  const missed = bars(all, untagged).filter(({ text, value, least }) => {
    const figure = value > 1 ? String(value) : value.toFixed(4);
    stdout.write(`${value >= least ? 'reached' : 'MISSED '}  ${text}: ${figure}, at least ${least}\n`);
    return value < least;
  });
  if (problems.length > 0 || only) {
    for (const { one, problem } of problems)
      stderr.write(`accuracy: ${one.package} ${one.version}: ${problem}\n`);
    if (problems.length > 0) {
      stderr.write(
        `accuracy: these were not measured; to fetch them:\n  ${fetchCommand(
          problems.map(({ one }) => one),
          truthFolder,
          corpus,
        )}\n`,
      );
    }
    return 2;
  }
  return missed.length > 0 ? 1 : 0;
}

function table(all: Totals, untagged: Totals): string {
  const row = (text: string, of: (totals: Totals) => string | number): string =>
    `${text.padEnd(44)}${String(of(all)).padStart(10)}${String(of(untagged)).padStart(10)}\n`;
  return [
    `${''.padEnd(44)}${'all uses'.padStart(10)}${'untagged'.padStart(10)}\n`,
    row('findings that a build proves', (t) => t.findings.true),
    row('  in compiled code, without use there', (t) => t.findings.false),
    row('  in code that the build left out', (t) => t.findings.inactive),
    row('  in files that were not built', (t) => t.findings['not-built']),
    row('  in macros that nothing uses', (t) => t.findings['macro-unused']),
    row('  in macros that something uses', (t) => t.findings['macro-used']),
    row('true findings over all findings', (t) => t.trueFindings.toFixed(4)),
    row(
      'direct sites found',
      (t) => `${t.sites['direct-found']}/${t.sites['direct-found'] + t.sites['direct-missed']}`,
    ),
    row(
      'sites behind a macro found',
      (t) => `${t.sites['indirect-found']}/${t.sites['indirect-found'] + t.sites['indirect-missed']}`,
    ),
    row(
      'addresses in tables found',
      (t) => `${t.sites['data-found']}/${t.sites['data-found'] + t.sites['data-missed']}`,
    ),
    row('names found and imported', (t) => t.both),
    row('  found only', (t) => t.foundOnly),
    row('  imported only', (t) => t.importedOnly),
    row('precision of names', (t) => t.precision.toFixed(4)),
    row('recall of names', (t) => t.recall.toFixed(4)),
  ].join('');
}
