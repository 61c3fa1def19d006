/**
 * Files that a build leaves behind, found as clangd finds them, and read wherever they lie.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMPILE_COMMANDS } from '#core/build/compileCommands.js';
import type { BuildFiles } from '#core/build/readBuild.js';
import type { FileBytes } from '#core/workspace.js';
import { type BuildTrace, namesIn } from './cache/buildTrace.js';

/** Larger ones are no headers and no lists of options. */
const MAX_HEADER_BYTES = 8 * 1024 * 1024;

/** The compile database of a folder: in it, in the folders above, and in a `build` folder of each. */
export function nearestDatabase(folder: string, trace: BuildTrace): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    for (const candidate of [join(at, COMPILE_COMMANDS), join(at, 'build', COMPILE_COMMANDS)]) {
      if (isFile(candidate)) {
        // What its commands name may lie anywhere.
        trace.giveUp();
        return candidate;
      }
      trace.absent(candidate);
    }
    if (dirname(at) === at) return undefined;
  }
}

/** The text of a response file; undefined where it cannot be read. */
export function responseFile(path: string): string | undefined {
  try {
    return isFile(path) && statSync(path).size <= MAX_HEADER_BYTES ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Folders that compilers of a Linux host search by themselves. */
export function systemFolders(): string[] {
  if (process.platform !== 'linux') return [];
  return ['/usr/local/include', ...multiarchFolders(), '/usr/include'].filter((folder) => existsSync(folder));
}

/** Reads files by their absolute paths. Listings of folders are kept: most files that are looked for are not there. */
export class NodeBuildFiles implements BuildFiles {
  private readonly listings = new Map<string, ReadonlySet<string>>();

  constructor(private readonly trace: BuildTrace) {}

  has(folder: string, name: string): boolean {
    const slash = name.lastIndexOf('/');
    if (slash >= 0) return this.has(`${folder}/${name.slice(0, slash)}`, name.slice(slash + 1));
    let names = this.listings.get(folder);
    if (!names) {
      names = new Set(namesIn(folder));
      this.listings.set(folder, names);
      this.trace.folder(folder, names);
    }
    return names.has(name);
  }

  read(path: string): FileBytes | undefined {
    const slash = path.lastIndexOf('/');
    if (!this.has(path.slice(0, slash), path.slice(slash + 1))) return undefined;
    try {
      const stat = statSync(path);
      this.trace.file(path);
      if (!stat.isFile() || stat.size > MAX_HEADER_BYTES) return undefined;
      const content = readFileSync(path);
      // The lexer looks a few bytes ahead.
      const bytes = new Uint8Array(content.length + 8);
      bytes.set(content);
      return { bytes, length: content.length };
    } catch {
      return undefined;
    }
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function multiarchFolders(): string[] {
  return namesIn('/usr/include')
    .filter((name) => /^[a-z0-9_]+-linux-gnu$/.test(name))
    .map((name) => `/usr/include/${name}`);
}
