/**
 * The recipes of a Makefile: their lines are shell, with variables of the Makefile in them.
 */
import type { FoundOperations, Span } from '../foundOperations.js';
import { onlySpans } from '../maskedText.js';
import type { ShellReader } from '../shell/shellReader.js';

export function readMakefile(text: string, found: FoundOperations, shell: ShellReader): void {
  const recipes: Span[] = [];
  const variables = new Map<string, string | undefined>();
  let start = 0;
  let goesOn = false;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.startsWith('\t') || (goesOn && recipes.length > 0)) {
      // `@` silences, `-` forgives: neither is a part of the command.
      const from = start + (goesOn ? 0 : (/^\s*[@+-]*\s*/.exec(line)?.[0].length ?? 0));
      recipes.push({ start: Math.min(from, end), end });
      goesOn = line.endsWith('\\');
    } else {
      goesOn = false;
      const assignment = /^\s*([\w.-]+)\s*[:?+]?=\s*([^#]*?)\s*$/.exec(line);
      if (assignment) {
        const [, name, value] = assignment;
        const text = /^[\w./+-]+$/.test(value) ? value : undefined;
        variables.set(name, variables.has(name) && variables.get(name) !== text ? undefined : text);
      }
    }
    start = end + 1;
  }
  const commands = onlySpans(text, recipes)
    .replace(/\$\$/g, ' $')
    .replace(/\$\(([\w.-]+)\)/g, (_, name: string) => `\${${name}}`);
  shell.read({ text: commands, base: 0, occasion: 'make', variables }, found);
}
