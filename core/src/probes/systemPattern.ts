/**
 * Patterns that a script compares the name of the host system with.
 */
const SYSTEMS: readonly (readonly [word: RegExp, system: string])[] = [
  [/linux|.gnu(?!\w)/, 'linux'],
  [/netbsd/, 'netbsd'],
  [/freebsd|dragonfly/, 'freebsd'],
  [/openbsd/, 'openbsd'],
  [/darwin|macos|rhapsody|nextstep/, 'darwin'],
  [/solaris|sunos/, 'solaris'],
  [/aix|os390|zos/, 'aix'],
  [/hpux|irix|osf|sysv|unixware|sco|ultrix|dgux/, 'hpux'],
  [/mingw|cygwin|msys|win32|windows|interix/, 'windows'],
  [/os2|vms|amiga|beos|haiku|nto|qnx|minix|riscos|gnu-?hurd|^gnu\b|android|emscripten|wasi|dos/, 'other'],
];

/** Systems that a pattern names, by the words of `pathRole`; undefined if one of its parts names none (`*`). */
export function systemsOfPattern(pattern: string): string[] | undefined {
  const systems: string[] = [];
  for (const part of pattern.toLowerCase().split('|')) {
    const system = SYSTEMS.find(([word]) => word.test(part))?.[1];
    if (system === undefined) return undefined;
    systems.push(system);
  }
  return systems;
}

/** Systems that a condition of a shell compares a variable with: `test "$MACHDEP" != linux`. */
export function systemAskedBy(
  condition: string,
): { readonly systems: string[]; readonly isAbsent: boolean } | undefined {
  const match =
    /^(?:test|\[)\s+["']?[xX]?\$\{?\w+\}?["']?\s*(==?|!=)\s*["']?[xX]?([A-Za-z][\w*.-]*)["']?\s*\]?$/.exec(
      condition,
    );
  const systems = match && systemsOfPattern(match[2]);
  return systems ? { systems, isAbsent: match[1] === '!=' } : undefined;
}
