/**
 * Runs a program and measures it as a whole: CPU time of all its threads, wall time, peak memory.
 *
 * Node tells the CPU time of itself, not of its children. The shell's `time` does: bash asks the kernel for what
 * the finished child and all its threads used (getrusage), in microseconds, where `times` and /proc count ticks of
 * 10 ms. Peak memory is the kernel's high-water mark in /proc, read while the program runs: the mark only
 * grows, so that the last reading is at most one interval old.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  /** User and system time. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Resident memory; undefined where there is no /proc, or the program was too short. */
  readonly peakBytes: number | undefined;
  readonly status: number | null;
}

const POLL_MILLISECONDS = 5;
// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
const SCRIPT = 'TIMEFORMAT="%3R %3U %3S"; time "${@:3}" >"$1" 2>"$2"; exit $?';

/** Runs the command with its output and messages in files. Rejects if there is no bash. */
export function runProgram(command: readonly string[], output: string, messages: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-c', SCRIPT, 'bash', output, messages, ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let peakBytes: number | undefined;
    const timer = setInterval(() => {
      peakBytes = peakOfChild(shell.pid) ?? peakBytes;
    }, POLL_MILLISECONDS);
    let told = '';
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    shell.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    shell.on('close', (status) => {
      clearInterval(timer);
      const seconds = told.trim().split(' ').map(Number);
      if (seconds.length !== 3 || seconds.some(Number.isNaN)) {
        reject(new Error(`${command[0]}: no times, but: ${told.trim()}`));
        return;
      }
      const [wallSeconds, user, system] = seconds;
      resolve({ cpuSeconds: user + system, wallSeconds, peakBytes, status });
    });
  });
}

function peakOfChild(shell: number | undefined): number | undefined {
  try {
    const [child] = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined; // not started yet, ended already, or there is no /proc
  }
}
