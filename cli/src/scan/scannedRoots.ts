/**
 * The paths of a command line as folders and files that can be scanned.
 */
import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { isBinaryAt } from '../binaryFile.js';
import type { ScannedRoot } from '../projects.js';

/** A root for each path, or what is wrong with the first that is none. */
export function scannedRoots(paths: readonly string[]): { value: ScannedRoot[] } | { problem: string } {
  const roots: ScannedRoot[] = [];
  for (const path of paths) {
    const root = rootOf(path);
    if ('problem' in root) return root;
    roots.push(root);
  }
  return { value: roots };
}

function rootOf(path: string): ScannedRoot | { problem: string } {
  if (path === '') return { problem: 'a PATH is empty; write . for the working folder.' };
  const absolute = resolve(path);
  try {
    const stat = statSync(absolute);
    if (stat.isDirectory())
      return { folder: absolute, only: undefined, isBinary: false, prefix: prefixOf(absolute) };
    const folder = dirname(absolute);
    if (stat.isFile()) {
      const isBinary = isBinaryAt(absolute);
      return { folder, only: basename(absolute), isBinary, prefix: prefixOf(folder) };
    }
    return { problem: `${path} is neither a folder nor a regular file.` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${code}).` };
  }
}

/** What to put before paths of a folder so that they are relative to the working folder. */
function prefixOf(folder: string): string {
  const path = relative(process.cwd(), folder).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}
