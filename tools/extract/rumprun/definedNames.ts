/**
 * Names of constants that a header defines for an application: macros without arguments and enumerators. What only the kernel's own
 * build sees does not count; what hangs on a feature-test macro does.
 */

/** Macros that no application defines. */
const KERNEL_ONLY = new Set(['_KERNEL', '_STANDALONE', '_MODULE', '_RUMPKERNEL']);

/** Constants of a header. */
export function definedNames(header: string): Set<string> {
  const names = new Set<string>();
  const live = liveLines(header, (name) => names.add(name));
  for (const [, body] of live.join('\n').matchAll(/\benum\b[^{};]*\{([^}]*)\}/g)) {
    for (const member of body.split(',')) names.add(/^\s*(\w*)/.exec(member)?.[1] ?? '');
  }
  names.delete('');
  return names;
}

/** Macros of a header without arguments, with the text of their value. */
export function definedMacros(header: string): Map<string, string> {
  const macros = new Map<string, string>();
  // Alternatives by feature-test macros begin with the newest.
  liveLines(header, (name, value) => macros.has(name) || macros.set(name, value));
  macros.delete('');
  return macros;
}

/** Code of a header that an application may see, without directives and comments. */
export function codeOf(header: string): string {
  return liveLines(header, () => undefined).join('\n');
}

/** Tells of the macros that an application may see; returns the lines of code that it may see. */
function liveLines(header: string, tell: (name: string, value: string) => unknown): string[] {
  const text = header.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/\\\n/g, ' ');
  const live: string[] = [];
  const branches: ('dead' | 'live')[] = [];
  for (const line of text.split('\n')) {
    const directive = /^\s*#\s*(\w+)\s*(.*)$/.exec(line);
    if (directive) direct(directive[1], directive[2], branches);
    if (branches.includes('dead')) continue;
    if (directive?.[1] === 'define') {
      const macro = /^(\w+)(?!\w|\()(.*)$/.exec(directive[2]);
      tell(macro?.[1] ?? '', macro?.[2].trim() ?? '');
    } else if (!directive) live.push(line);
  }
  return live;
}

function direct(word: string, rest: string, branches: ('dead' | 'live')[]): void {
  if (word === 'if' || word === 'ifdef') branches.push(isNever(rest) ? 'dead' : 'live');
  else if (word === 'ifndef') branches.push('live');
  else if (word === 'elif' || word === 'else') branches[branches.length - 1] = 'live';
  else if (word === 'endif') branches.pop();
}

/** Whether a condition is `0` or can hold in the kernel's own build alone: each alternative asks for a macro of it. */
function isNever(condition: string): boolean {
  if (/^0\s*$/.test(condition)) return true;
  return condition
    .replace(/\/\/.*$/, '')
    .split('||')
    .every((alternative) => alternative.split('&&').some(asksForKernel));
}

function asksForKernel(term: string): boolean {
  const name = /^\s*\(?\s*(?:defined\s*\(?\s*)?(\w+)\s*\)?\s*\)?\s*$/.exec(term)?.[1];
  return name !== undefined && KERNEL_ONLY.has(name);
}
