/**
 * Who of several reads which file: in the same way on each machine, and for each about as many bytes.
 */
import type { NodeFiles } from '../cache/stampedWorkspace.js';
import { digestOf } from './digest.js';

export interface SizedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Which share is read, counted from one. */
export interface ShareNumber {
  readonly number: number;
  readonly of: number;
}

/** All files that are scanned with their sizes, and a text that is another one for other files or sizes. */
export async function sizedFiles(files: NodeFiles): Promise<{ sized: SizedFile[]; digest: string }> {
  const { files: listed } = await files.list();
  const sized = listed.map((file) => ({ path: file.path, size: files.stateOf(file)?.size ?? 0 }));
  return { sized, digest: digestOf(JSON.stringify(sized)) };
}

/** The paths of one share. The largest files are dealt out first, each to the share that has least. */
export function shareOf(files: readonly SizedFile[], { number, of }: ShareNumber): Set<string> {
  const bySize = [...files].sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
  const filled = new Array<number>(of).fill(0);
  const own = new Set<string>();
  for (const { path, size } of bySize) {
    let least = 0;
    for (let share = 1; share < of; share++) if (filled[share] < filled[least]) least = share;
    // Empty files count as well: to list and to open them takes time.
    filled[least] += size + 1;
    if (least === number - 1) own.add(path);
  }
  return own;
}
