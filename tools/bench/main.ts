/**
 * Measures the program as a whole against ripgrep and ast-grep: `npm run bench -- [--rounds N]
 * [--ast-grep-rounds N] FOLDER...`. Exit status: 0 every bar is reached, 1 one is missed, 2 not all was measured.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, execPath, exit, stderr, stdout, version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { astGrep, type Competitor, ripgrep } from './competitors.js';
import { waitForFinding, writeSample } from './firstFinding.js';
import { type Run, runProgram } from './runProgram.js';

const MOST_TIMES_RIPGREP = 4;
const MOST_TIMES_AST_GREP = 0.1;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_MILLISECONDS = 250;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const program = join(root, 'dist', 'unigap.js');
const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    'ast-grep-rounds': { type: 'string', default: '1' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'unigap-bench-'));
let unmeasured = 0;
let missed = 0;
try {
  await measure(positionals, Number(values.rounds), Number(values['ast-grep-rounds']));
} finally {
  rmSync(scratch, { recursive: true });
}
exit(unmeasured > 0 ? 2 : missed > 0 ? 1 : 0);

async function measure(folders: readonly string[], rounds: number, slowRounds: number): Promise<void> {
  stdout.write(`Node ${version}, ${cpus().length} CPUs (${cpus()[0]?.model.trim()})\n`);
  const names = execFileSync(execPath, [program, 'names'], { encoding: 'utf8' }).trim().split('\n');
  const unigap: Competitor = {
    name: 'unigap',
    command: (folder) => [execPath, program, 'scan', '--no-ignore', folder],
  };
  const rg = ripgrep(names, scratch);
  const sg = slowRounds > 0 ? astGrep(names, scratch) : undefined;
  if (!rg) notMeasured('ripgrep (rg) is not installed');
  if (!sg) notMeasured(slowRounds > 0 ? '@ast-grep/cli is not installed' : 'ast-grep was left out');
  for (const folder of folders) {
    const runs = new Map<Competitor, Run[]>();
    for (let round = 0; round < rounds; round++) {
      for (const one of [unigap, rg, round < slowRounds ? sg : undefined]) {
        if (one)
          runs.set(one, [
            ...(runs.get(one) ?? []),
            await runProgram(one.command(folder), join(scratch, 'output')),
          ]);
      }
    }
    report(folder, runs, unigap, rg, sg);
  }
  const file = writeSample(scratch);
  const waits: number[] = [];
  for (let i = 0; i < 9; i++) waits.push(await waitForFinding(program, file));
  bar(
    `first finding in a file of 1,000 lines: ${median(waits).toFixed(0)} ms`,
    median(waits) < MOST_MILLISECONDS,
    `under ${MOST_MILLISECONDS} ms`,
  );
  stdout.write(
    execFileSync(
      execPath,
      [join(root, 'out', 'tools', 'bench', 'loadBundle.js'), join(root, 'dist', 'knowledge.json')],
      { encoding: 'utf8' },
    ),
  );
}

function report(
  folder: string,
  runs: ReadonlyMap<Competitor, readonly Run[]>,
  unigap: Competitor,
  rg: Competitor | undefined,
  sg: Competitor | undefined,
): void {
  stdout.write(
    `\n${folder}\n${''.padEnd(12)}${'CPU s'.padStart(9)}${'wall s'.padStart(9)}${'peak MB'.padStart(9)}  rounds\n`,
  );
  for (const [one, list] of runs) {
    const peak = peakOf(list);
    stdout.write(
      `${one.name.padEnd(12)}${cpuOf(list).toFixed(2).padStart(9)}${median(list.map((run) => run.wallSeconds))
        .toFixed(2)
        .padStart(9)}` +
        `${(peak === undefined ? '?' : (peak / 1048576).toFixed(0)).padStart(9)}  ${list.length}\n`,
    );
  }
  const own = runs.get(unigap) ?? [];
  for (const [other, most] of [
    [rg, MOST_TIMES_RIPGREP],
    [sg, MOST_TIMES_AST_GREP],
  ] as const) {
    const list = other && runs.get(other);
    if (!list) continue;
    const times = cpuOf(own) / cpuOf(list);
    bar(`${times.toFixed(2)} times the CPU time of ${other.name}`, times <= most, `at most ${most}`);
  }
  const peak = peakOf(own);
  if (peak === undefined) notMeasured('peak memory needs /proc');
  else
    bar(
      `peak memory ${(peak / 1048576).toFixed(0)} MB`,
      peak <= MOST_BYTES,
      `at most ${MOST_BYTES / 1048576} MB`,
    );
}

function bar(text: string, isReached: boolean, limit: string): void {
  if (!isReached) missed++;
  stdout.write(`${isReached ? 'reached' : 'MISSED '}  ${text}, ${limit}\n`);
}

function notMeasured(why: string): void {
  unmeasured++;
  stderr.write(`bench: not measured: ${why}\n`);
}

function cpuOf(runs: readonly Run[]): number {
  return median(runs.map((run) => run.cpuSeconds));
}

/** The largest of all rounds. */
function peakOf(runs: readonly Run[]): number | undefined {
  const peaks = runs.flatMap((run) => run.peakBytes ?? []);
  return peaks.length > 0 ? Math.max(...peaks) : undefined;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
