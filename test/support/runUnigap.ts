/**
 * The built program as a process.
 */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

export const PROGRAM = join(PROJECT_ROOT, 'dist', 'unigap.js');

export interface Outcome {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** No input may take longer. */
const LIMIT_MILLISECONDS = 20_000;

/**
 * Runs the program to its end; a run that hangs ends with a signal. Nothing is kept for another test, unless it is
 * asked for.
 */
export function runUnigap(
  args: readonly string[],
  options: SpawnSyncOptions = {},
  cache: 'no cache' | 'with the default cache' = 'no cache',
): Outcome {
  const isKept =
    cache !== 'no cache' || args[0] !== 'scan' || args.some((arg) => /^--(?:cache-dir|no-cache)/.test(arg));
  const run = spawnSync(process.execPath, [PROGRAM, ...args, ...(isKept ? [] : ['--no-cache'])], {
    encoding: 'utf8',
    timeout: LIMIT_MILLISECONDS,
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '' },
    ...options,
  });
  return { status: run.status, signal: run.signal, out: String(run.stdout), err: String(run.stderr) };
}
