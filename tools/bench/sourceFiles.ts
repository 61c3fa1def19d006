/**
 * The files that every program is to read: those that a scan takes as C or C++.
 */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { NEVER_ENTERED } from '#cli/walk.js';
import { sourceLanguage } from '#core/scan/language.js';

export interface SourceFiles {
  /** Path relative to the folder, with slashes, to its size in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly bytes: number;
  /** The endings of the files, with their dot: `.c`, `.h.in`. */
  readonly endings: { readonly c: readonly string[]; readonly cplusplus: readonly string[] };
}

/** Lists the source files below a folder. Symbolic links are not followed. */
export function sourceFiles(folder: string): SourceFiles {
  const sizes = new Map<string, number>();
  const c = new Set<string>();
  const cplusplus = new Set<string>();
  const enter = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!NEVER_ENTERED.has(entry.name)) enter(child);
        continue;
      }
      const language = entry.isFile() ? sourceLanguage(entry.name) : undefined;
      if (!language) continue;
      sizes.set(relative(folder, child).split(sep).join('/'), statSync(child).size);
      (language.cplusplus ? cplusplus : c).add(endingOf(entry.name));
    }
  };
  enter(folder);
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return { sizes, bytes, endings: { c: [...c].sort(), cplusplus: [...cplusplus].sort() } };
}

/** Globs in the manner of `.gitignore` for these files and no other; the later one decides. */
export function searchGlobs({ endings }: SourceFiles): string[] {
  return [
    ...[...endings.c, ...endings.cplusplus].map((ending) => `*${ending}`),
    // Of these only the name tells that they are none.
    '!Makefile.*',
    ...[...NEVER_ENTERED].map((name) => `!**/${name}/**`),
  ];
}

/** The shortest end of a name that makes it a source file. */
function endingOf(name: string): string {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    if (sourceLanguage(`x${name.slice(dot)}`)) return name.slice(dot);
  }
  return name;
}
