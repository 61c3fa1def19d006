/**
 * Measures what is told of operation against what was read by hand: `npm run accuracy:operations [-- --corpus FOLDER]
 * [--sample N --seed S]`. With `--sample` it prints findings to judge instead. Exit status: 0 both bars are reached, 1 one
 * is missed, 2 not all packages could be scanned.
 */
import { join, resolve } from 'node:path';
import { argv, cwd, env, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import { problemOf } from '../corpus.js';
import { type ExpectedPackage, readExpected, readJudged } from './judgedPackages.js';
import { keyOf, type OperationFinding, operationFindings } from './operationFindings.js';

const LEAST_RECALL = 0.95;
const LEAST_RIGHT = 0.95;

const { values } = parseArgs({
  args: argv.slice(2),
  options: { corpus: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string' } },
});
const corpus = values.corpus
  ? resolve(env.INIT_CWD ?? cwd(), values.corpus)
  : join(PROJECT_ROOT, '..', 'corpus', 'debian');
const found = new Map<string, { uses: ReadonlySet<string>; told: readonly OperationFinding[] }>();
const packages = readExpected();
for (const one of packages) scan(one);
if (values.sample !== undefined) printSample(Number(values.sample), Number(values.seed ?? '1'));
else process.exitCode = found.size < packages.length ? 2 : measure();

function scan({ package: name, version }: ExpectedPackage): void {
  const folder = join('src', name);
  const problem = problemOf({ version, source_dir: folder }, corpus);
  const result = problem === undefined ? operationFindings(join(corpus, folder)) : { problem };
  if ('problem' in result) stderr.write(`accuracy: ${name} ${version} is not scanned: ${result.problem}\n`);
  else found.set(name, { uses: new Set(result.uses.map(keyOf)), told: result.told });
}

function measure(): number {
  const expected = packages.flatMap((one) =>
    one.expected.map((finding) => ({ ...finding, of: one.package })),
  );
  const missed = expected.filter((one) => found.get(one.of)?.uses.has(keyOf(one)) !== true);
  for (const one of missed) stdout.write(`missed: ${one.of}: ${keyOf(one)}\n`);
  const judged = readJudged();
  const told = new Map([...found].map(([name, one]) => [name, new Set(one.told.map(keyOf))]));
  const still = judged.filter((one) => told.get(one.package)?.has(keyOf(one)));
  for (const one of still.filter(({ isRight }) => !isRight))
    stdout.write(`wrong: ${one.package}: ${keyOf(one)}: ${one.reason ?? ''}\n`);
  const gone = judged.length - still.length;
  const right = still.filter(({ isRight }) => isRight).length;
  const isRecalled = bar(
    'expected findings found',
    expected.length - missed.length,
    expected.length,
    LEAST_RECALL,
  );
  const isRight = bar('judged findings right', right, still.length, LEAST_RIGHT);
  if (gone > 0) stdout.write(`${gone} of the judged findings are told no longer\n`);
  return isRecalled && isRight ? 0 : 1;
}

function bar(what: string, count: number, total: number, least: number): boolean {
  const share = total === 0 ? 0 : count / total;
  stdout.write(
    `${share >= least ? 'reached' : 'MISSED '}  ${what}: ${count} of ${total} = ${share.toFixed(3)}, at least ${least}\n`,
  );
  return share >= least;
}

/** Findings in a random order that hangs on the seed alone. */
function printSample(size: number, seed: number): void {
  const all = [...found].flatMap(([name, { told: list }]) => list.map((one) => ({ name, ...one })));
  let state = seed >>> 0;
  const next = (): number => {
    // Park and Miller's generator.
    state = (Math.imul(state, 48271) >>> 0) % 0x7fffffff;
    return state;
  };
  const drawn = all.map((one) => ({ one, at: next() })).sort((a, b) => a.at - b.at);
  for (const { one } of drawn.slice(0, size))
    stdout.write(`["${one.name}", "${one.path}", ${one.line}, "${one.feature}", "right"],\n`);
  stdout.write(`of ${all.length}\n`);
}
