/**
 * Binaries under a folder, by their first bytes. What `.gitignore` leaves out is looked at, too: builds put their
 * files there.
 */
import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import ignore from 'ignore';
import type { Skipped, WorkspaceFile } from '#core/workspace.js';
import { isBinaryAt } from './binaryFile.js';
import { NEVER_ENTERED } from './walk.js';

export interface BinaryWalk {
  /** Sorted by path. */
  readonly files: readonly WorkspaceFile[];
  readonly skipped: readonly Skipped[];
}

/**
 * Walks from an absolute folder. A symbolic link is not followed: what it points to counts where it lies, and a
 * binary out of the folder is named.
 * @param exclude globs in the manner of `.gitignore` of what the project leaves out.
 */
export function walkBinaries(root: string, exclude: readonly string[]): BinaryWalk {
  const rules = exclude.length > 0 ? ignore().add([...exclude]) : undefined;
  const files: WorkspaceFile[] = [];
  const skipped: Skipped[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(root, folder)) {
      const path = folder + entry.name + (entry.isDirectory() ? '/' : '');
      if (NEVER_ENTERED.has(entry.name) || rules?.ignores(path)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && isBinaryAt(join(root, path))) files.push({ path });
      else if (entry.isSymbolicLink() && leadsToBinaryOutside(root, path)) {
        skipped.push({ path, reason: 'symbolic link to a binary out of the folder' });
      }
    }
  }
  const byPath = (a: { path: string }, b: { path: string }): number =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return { files: files.sort(byPath), skipped: skipped.sort(byPath) };
}

/** What cannot be listed is told by the walk for source. */
function entriesOf(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}

function leadsToBinaryOutside(root: string, path: string): boolean {
  try {
    const target = realpathSync(join(root, path));
    return !target.startsWith(realpathSync(root) + sep) && isBinaryAt(target);
  } catch {
    return false; // it leads nowhere
  }
}
