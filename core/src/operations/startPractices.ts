/**
 * What the command that starts a program asks of the machine: a shell in front of it, an init process, programs beside it.
 */
import { baseName } from '../source/baseName.js';
import { shellOfList } from './formats/execForm.js';
import type { FoundOperations } from './foundOperations.js';

const SHELLS = /^(?:ba|da|a|k|z)?sh$/;
const INITS = /^(?:tini|dumb-init|s6-svscan|catatonit|my_init)$/;
const SUPERVISORS = /^(?:supervisord|runsvdir|circusd|forego|honcho)$/;

/**
 * @param text of the command: a list of texts, or a line that a shell reads.
 * @param base its offset in the file.
 * @param isRunByShell whether a line is handed to a shell, as Docker does.
 */
export function startPractices(
  text: string,
  base: number,
  found: FoundOperations,
  isRunByShell = true,
): void {
  const list = shellOfList(text);
  const first = /["']?([^\s"']+)["']?/.exec(list ?? text);
  if (!first) return;
  const start = base + first.index;
  const end = start + first[0].length;
  const name = baseName(first[1]);
  const add = (feature: string): void => {
    found.practices.push({ start, end, feature, group: start });
  };
  if (INITS.test(name)) add('practice/init-process');
  else if (SUPERVISORS.test(name)) add('practice/several-programs');
  else if (SHELLS.test(name) || /\.(?:sh|bash)$/.test(name) || /entrypoint/.test(name))
    add('practice/shell-entrypoint');
  else if (list === undefined && isRunByShell && /[|&;<>$]/.test(text)) add('practice/shell-entrypoint');
}
