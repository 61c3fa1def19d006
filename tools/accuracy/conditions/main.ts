/**
 * Measures how the core decides conditions, against judgements by hand: `npm run accuracy:conditions [-- --corpus
 * FOLDER]`. Packages that are not there or of another version are left out and named. Exit status: 0 the bar is
 * reached for every target, 1 it is missed, 2 not all conditions were asked; then no bar is judged.
 */
import { join, resolve } from 'node:path';
import { argv, cwd, env, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { NodeWorkspace } from '#cli/nodeWorkspace.js';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import { problemOf } from '../corpus.js';
import { askTruths } from './askedTruths.js';
import { type JudgedCondition, readConditions } from './judgedCondition.js';
import { ScoredConditions } from './scoredConditions.js';
import { shipped } from './shipped.js';

const LEAST_RIGHT = 0.95;

try {
  process.exitCode = await measure(corpusOf(argv.slice(2), env.INIT_CWD ?? cwd()), readConditions());
} catch (error) {
  stderr.write(`accuracy: ${(error as Error).message}\n`);
  process.exitCode = 2;
}

/** Absolute path of the folder with `src/PACKAGE`; a relative one starts at `from`. */
function corpusOf(args: readonly string[], from: string): string {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' } } });
  return values.corpus === undefined
    ? join(PROJECT_ROOT, '..', 'corpus', 'debian')
    : resolve(from, values.corpus);
}

async function measure(corpus: string, conditions: readonly JudgedCondition[]): Promise<number> {
  const scored = new ScoredConditions();
  for (const ofPackage of byPackage(conditions)) {
    const [{ package: name, version }] = ofPackage;
    const folder = join('src', name);
    const problem = problemOf({ version, source_dir: folder }, corpus);
    if (problem !== undefined) {
      const count = `${ofPackage.length} of the conditions`;
      stderr.write(`accuracy: ${name} ${version} is not asked (${count}): ${problem}\n`);
      continue;
    }
    const workspace = new NodeWorkspace(join(corpus, folder), false, undefined, []);
    const truths = await askTruths(workspace, ofPackage, shipped());
    for (const [i, condition] of ofPackage.entries()) scored.add(condition, truths[i]);
  }
  if (scored.size === 0) throw new Error('nothing could be asked; name the sources with --corpus FOLDER');
  stdout.write(scored.errorText() + scored.table());
  return printBars(scored, conditions.length);
}

function byPackage(conditions: readonly JudgedCondition[]): JudgedCondition[][] {
  const packages = new Map<string, JudgedCondition[]>();
  for (const condition of conditions) {
    const list = packages.get(condition.package);
    if (list) list.push(condition);
    else packages.set(condition.package, [condition]);
  }
  return [...packages.values()];
}

/** Prints the bars; returns the exit status. A part of the conditions reaches no bar and misses none. */
function printBars(scored: ScoredConditions, all: number): number {
  const isComplete = scored.size === all;
  let isReached = true;
  for (const [target, score] of scored.own) {
    const reaches = score.rightShare >= LEAST_RIGHT;
    isReached &&= reaches;
    const word = isComplete ? (reaches ? 'reached' : 'MISSED') : 'open';
    stdout.write(
      `${word.padEnd(9)}${target}: right ${score.rightShare.toFixed(4)}, at least ${LEAST_RIGHT}\n`,
    );
  }
  if (!isComplete) {
    stderr.write(`accuracy: only ${scored.size} of ${all} conditions were asked; no bar is judged\n`);
    return 2;
  }
  return isReached ? 0 : 1;
}
