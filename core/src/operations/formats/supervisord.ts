/**
 * Configuration of supervisord: the programs that it starts.
 */
import type { FoundOperations } from '../foundOperations.js';
import type { ShellReader } from '../shell/shellReader.js';
import { unitLines } from './unitFile.js';

export function readSupervisord(text: string, found: FoundOperations, shell: ShellReader): void {
  const programs = [...unitLines(text)].filter(
    ({ section, key }) => key === 'command' && /^(?:program|fcgi-program|eventlistener):/.test(section),
  );
  for (const { value, valueStart } of programs) {
    shell.read({ text: value, base: valueStart, occasion: 'start' }, found);
  }
  // The first is the program; what is beside it has no machine to run on.
  for (const { start, value, valueStart } of programs.slice(1)) {
    const end = valueStart + value.length;
    found.practices.push({
      start,
      end,
      feature: 'practice/several-programs',
      group: start,
    });
  }
}
