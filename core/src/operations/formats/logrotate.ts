/**
 * Configuration of logrotate: the scripts that it runs around a rotation (logrotate(8)).
 */
import type { FoundOperations } from '../foundOperations.js';
import type { ShellReader } from '../shell/shellReader.js';

const SCRIPT =
  /^[ \t]*(?:prerotate|postrotate|firstaction|lastaction|preremove)[ \t]*\r?\n([\s\S]*?)^[ \t]*endscript/gm;

export function readLogrotate(text: string, found: FoundOperations, shell: ShellReader): void {
  for (const match of text.matchAll(SCRIPT)) {
    const base = match.index + match[0].indexOf(match[1], match[0].indexOf('\n'));
    shell.read({ text: match[1], base, occasion: 'log-rotation' }, found);
  }
}
