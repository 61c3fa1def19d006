/**
 * How long a person waits for the first finding: from the start of the process to the first output that names it.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';

const LINES = 1000;

/** Writes a file of 1,000 lines with one `fork()` near its end; returns its path. */
export function writeSample(scratch: string): string {
  const path = join(scratch, 'thousand.c');
  const lines = ['#include <stdio.h>', '#include <unistd.h>'];
  for (let i = 0; lines.length < LINES - 5; i++) {
    lines.push(`static int step_${i}(int n)`, '{', `\treturn n * ${i} + 1; /* step ${i} */`, '}', '');
  }
  lines.push('int main(void)', '{', '\treturn fork() < 0 ? 1 : 0;', '}');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Milliseconds from the start of a scan of the file to the output that names `fork`. */
export function waitForFinding(program: string, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const scan = spawn(execPath, [program, 'scan', file, '--no-cache'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let found: number | undefined;
    scan.stdout.setEncoding('utf8');
    scan.stdout.on('data', (more: string) => {
      text += more;
      if (text.includes('fork()')) found ??= performance.now() - start;
    });
    scan.on('error', reject);
    scan.on('close', () => {
      if (found === undefined) reject(new Error(`the scan of ${file} did not name fork()`));
      else resolve(found);
    });
  });
}
