/**
 * A path in a string literal to the feature that it reads or writes.
 */
import type { Catalogue } from './catalogue.js';

export interface NamedPath {
  readonly kind: 'path' | 'practice';
  /** Id of the feature. */
  readonly feature: string;
  /** The path that is named, `[pid]` for any process; `pid-file` for any file of that kind. */
  readonly path: string;
}

/** Folders that a target makes itself: what is in them is as little there as they are. */
const MADE_BY_TARGET = /^\/(?:proc|sys|dev\/shm)\//;
const PID_FILE = 'practice/pid-file';
const PLAIN = /^[\w./%:@+*~=,[\]{}$-]+$/;

/**
 * The file that a literal names: `/proc/%d/stat` and `/proc/123/stat` are `path/proc/[pid]/stat`. A path below
 * /proc, /sys and /dev/shm that nobody listed is filed under the nearest folder that is; any other is undefined.
 */
export function pathFeature(text: string, catalogue: Catalogue): NamedPath | undefined {
  if (text.endsWith('.pid')) return { kind: 'practice', feature: PID_FILE, path: 'pid-file' };
  const path = text
    .replace(/\s[\s\S]*$/, '')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/proc\/(?:%[^/]*|\d+)(?=\/|$)/, '/proc/[pid]')
    .replace(/^(\/proc\/(?:self|\[pid\])\/task)\/(?:%[^/]*|\d+)(?=\/|$)/, '$1/[tid]')
    .replace(/\/$/, '');
  if (catalogue.has(`path${path}`)) return { kind: 'path', feature: `path${path}`, path };
  // With blanks in it the text is a message, of which the beginning may be a path that is known.
  if (/\s/.test(text) || !MADE_BY_TARGET.test(path) || !PLAIN.test(path)) return undefined;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const feature = `path${path.slice(0, end)}`;
    if (catalogue.has(feature)) return { kind: 'path', feature, path };
  }
  return undefined;
}

/** Whether what a macro leads to is the text of a path: no name has a slash. */
export function isPathText(name: string): boolean {
  return name.includes('/');
}
