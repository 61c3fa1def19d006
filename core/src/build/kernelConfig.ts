/**
 * `.config` as the configuration programs of Linux and of projects after it write it: answers as macros.
 */

/** Texts of macros by name, null for what is not set. Lines of any other form say nothing. */
export function readKernelConfig(text: string): Map<string, string | null> {
  const macros = new Map<string, string | null>();
  for (const line of text.split('\n')) {
    const off = /^# (CONFIG_\w+) is not set\s*$/.exec(line);
    if (off) {
      macros.set(off[1], null);
      continue;
    }
    const match = /^(CONFIG_\w+)=(.*?)\s*$/.exec(line);
    if (!match) continue;
    const [, name, value] = match;
    if (value === 'm') {
      // A module has a macro of its own name; the plain one is not defined.
      macros.set(`${name}_MODULE`, '1');
      macros.set(name, null);
    } else macros.set(name, value === 'y' ? '1' : value);
  }
  return macros;
}
