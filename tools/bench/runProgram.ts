/**
 * Runs a program and measures it as a whole: CPU time of all its threads, wall time, peak memory. Linux and other
 * systems with a POSIX shell; peak memory needs /proc.
 *
 * The shell's `times` gives the CPU time of its finished children, which Node does not tell of its own. Peak memory
 * is the kernel's high-water mark, which only grows: the last reading before the end is at most one interval old.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  readonly status: number | null;
}

const POLL_MILLISECONDS = 5;

/** Runs the command with its output in a file. Rejects if there is no shell. */
export function runProgram(command: readonly string[], output: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const shell = spawn(
      'sh',
      ['-c', 'out=$1; shift; "$@" >"$out" 2>&1; s=$?; times; exit $s', 'sh', output, ...command],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let peakBytes: number | undefined;
    const timer = setInterval(() => {
      peakBytes = Math.max(peakBytes ?? 0, peakOfChild(shell.pid) ?? 0) || undefined;
    }, POLL_MILLISECONDS);
    let times = '';
    shell.stdout.setEncoding('utf8');
    shell.stdout.on('data', (text: string) => {
      times += text;
    });
    shell.on('error', reject);
    shell.on('close', (status) => {
      clearInterval(timer);
      const wallSeconds = (performance.now() - start) / 1000;
      resolve({ cpuSeconds: childSeconds(times), wallSeconds, peakBytes, status });
    });
  });
}

/** The second line of `times`: user and system time of the children, as `0m1.250s 0m0.040s`. */
function childSeconds(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function peakOfChild(shell: number | undefined): number | undefined {
  try {
    const [child] = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined; // it has just ended, or there is no /proc
  }
}
