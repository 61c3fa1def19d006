/**
 * Paths of a build: absolute, with forward slashes, without `.` and `..`. Those of Windows begin with their drive.
 */

/** A path as it is written in a folder. */
export function absolutePath(folder: string, written: string): string {
  const path = /^[A-Za-z]:/.test(folder) ? written.replaceAll('\\', '/') : slashed(written);
  const joined = isAbsolute(path) ? path : `${folder}/${path}`;
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(joined.slice(1))) return joined;
  const [first, ...rest] = joined.split('/');
  const parts: string[] = [];
  for (const part of rest) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${first}/${parts.join('/')}`;
}

/** An absolute path as seen from a folder: `src/a.c`, `../include/b.h`; as it is where they share no root. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  if (shared === 0 && from.length > 0 && /^[A-Za-z]:/.test(path)) return path;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The folder of an absolute path, without a slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A path of Windows with forward slashes; any other as it is. */
export function slashed(path: string): string {
  return /^(?:[A-Za-z]:|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path;
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path);
}
