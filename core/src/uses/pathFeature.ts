/**
 * A path in a string literal to the feature that it reads.
 */
import type { Catalogue } from './catalogue.js';

/**
 * Feature id of the file that a literal names: `/proc/%d/stat` and `/proc/123/stat` are `path/proc/[pid]/stat`.
 * Undefined for a path that nobody listed: what a folder holds says nothing of a file that is not known.
 */
export function pathFeature(text: string, catalogue: Catalogue): string | undefined {
  const path = text
    .replace(/^\/proc\/(?:%\w+|\d+)(?=\/|$)/, '/proc/[pid]')
    .replace(/\s.*$/, '')
    .replace(/\/+$/, '');
  const id = `path${path}`;
  return catalogue.has(id) ? id : undefined;
}
