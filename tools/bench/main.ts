/**
 * Measures the built program as a whole against ripgrep and ast-grep: `npm run bench -- [--rounds N]
 * [--ast-grep-rounds N] [--rule-each-rounds N] [--warm] FOLDER...`. Exit status: 0 every bar is reached, 1 one is missed, 2 not everything was
 * measured.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, cwd, env, execPath, stderr, stdout, version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { astGrep } from './astGrep.js';
import { type Bar, folderBars, waitBar, warmBar } from './bars.js';
import { waitForFinding, writeSample } from './firstFinding.js';
import { Measurement } from './measurement.js';
import { median } from './median.js';
import { type Options, readOptions } from './options.js';
import type { Program } from './program.js';
import { ripgrep } from './ripgrep.js';
import { sourceFiles } from './sourceFiles.js';
import { table } from './table.js';
import { functionsAmong, KNOWLEDGE_FILE, type ScanKind, searchedNames, UNIGAP, unigap } from './unigap.js';

const LOAD_BUNDLE = fileURLToPath(new URL('loadBundle.js', import.meta.url));
const WAITS = 9;

const scratch = mkdtempSync(join(tmpdir(), 'unigap-bench-'));
try {
  process.exitCode = await measure(readOptions(argv.slice(2), env.INIT_CWD ?? cwd()));
} catch (error) {
  stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 2;
} finally {
  rmSync(scratch, { recursive: true });
}

async function measure(options: Options): Promise<number> {
  const names = searchedNames();
  stdout.write(`Node ${version}, ${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? 'unknown'})\n`);
  stdout.write(`${names.length} names; ripgrep and ast-grep choose their number of threads\n`);
  const bars: Bar[] = [];
  for (const folder of options.folders) {
    stdout.write(`\n${folder}\n`);
    bars.push(...printed(await measureFolder(folder, names, options)));
  }
  stdout.write('\n');
  bars.push(...printed([waitBar(await measureWait())]));
  stdout.write(execFileSync(execPath, [LOAD_BUNDLE, KNOWLEDGE_FILE], { encoding: 'utf8' }));
  if (bars.some(({ state }) => state === 'not measured')) return 2;
  return bars.some(({ state }) => state === 'missed') ? 1 : 0;
}

/** Runs the programs in turn, so that what slows the machine down for a while slows all of them. */
async function measureFolder(folder: string, names: readonly string[], options: Options): Promise<Bar[]> {
  const files = sourceFiles(folder);
  if (files.sizes.size === 0) throw new Error(`${folder} holds no C or C++ source`);
  const scanOf = (kind: ScanKind): Measurement =>
    new Measurement(unigap(folder, files, scratch, kind), files, scratch);
  const own = scanOf('alone');
  const warm = options.warm ? [scanOf('first'), scanOf('again')] : [];
  const measured = (program: Program | undefined): Measurement | undefined =>
    program && new Measurement(program, files, scratch);
  const rg = measured(ripgrep(folder, names, files, scratch));
  if (!rg) stderr.write('bench: ripgrep (rg) is not installed and is left out\n');
  const sg =
    options.astGrepRounds > 0
      ? measured(astGrep(folder, functionsAmong(names), files, scratch, 'one rule'))
      : undefined;
  const ruleEach =
    options.ruleEachRounds > 0
      ? measured(astGrep(folder, functionsAmong(names), files, scratch, 'a rule each'))
      : undefined;
  if (!sg) {
    const why = options.astGrepRounds > 0 ? 'is not installed (npm package @ast-grep/cli) and ' : '';
    stderr.write(`bench: ast-grep ${why}is left out\n`);
  }
  const { rounds, astGrepRounds, ruleEachRounds } = options;
  for (let round = 0; round < Math.max(rounds, astGrepRounds, ruleEachRounds); round++) {
    if (round < rounds) {
      await own.run();
      for (const one of warm) await one.run();
      await rg?.run();
    }
    if (round < astGrepRounds) await sg?.run();
    if (round < ruleEachRounds) await ruleEach?.run();
  }
  stdout.write(table([own, ...warm, rg, sg, ruleEach].filter((one) => one !== undefined)));
  if (sg)
    stdout.write(
      `${(own.cpuSeconds / sg.cpuSeconds).toFixed(2)} times ast-grep with one pattern of all names\n`,
    );
  return [...folderBars(own, rg, ruleEach), ...(options.warm ? [warmBar(own, warm[1])] : [])];
}

/** Milliseconds until the first finding in a file of 1,000 lines; the median of several processes. */
async function measureWait(): Promise<number> {
  const file = writeSample(scratch);
  const waits: number[] = [];
  for (let i = 0; i < WAITS; i++) waits.push(await waitForFinding(UNIGAP, file));
  return median(waits);
}

function printed(bars: readonly Bar[]): readonly Bar[] {
  for (const { text, state } of bars) {
    stdout.write(`${(state === 'missed' ? 'MISSED' : state).padEnd(14)}${text}\n`);
  }
  return bars;
}
