/**
 * Tables of cron: a time, in the tables of the system a user, and a command (crontab(5)).
 */
import type { FoundOperations } from '../foundOperations.js';
import type { ShellReader } from '../shell/shellReader.js';

const TIME = /^\s*(?:@\w+|(?:[\d*,/-]+|[A-Za-z,-]{3,}|[\d*][\w*,/-]*)(?:\s+[\w*,/-]+){4})\s+/;

/** @param namesUsers whether the command has a user in front of it. */
export function readCron(
  text: string,
  found: FoundOperations,
  shell: ShellReader,
  namesUsers: boolean,
): void {
  let start = 0;
  for (const line of text.split('\n')) {
    const time = /^\s*(?:#|\w+\s*=)/.test(line) ? undefined : TIME.exec(line)?.[0];
    if (time !== undefined) {
      const user = namesUsers ? (/^[\w$-]+\s+/.exec(line.slice(time.length))?.[0] ?? '') : '';
      const from = time.length + user.length;
      const base = start + from;
      shell.read({ text: line.slice(from), base, occasion: 'schedule', group: base }, found);
      found.practices.push({
        start: base,
        end: base + line.slice(from).trimEnd().length,
        feature: 'practice/cron-job',
        group: base,
      });
    }
    start += line.length + 1;
  }
}
