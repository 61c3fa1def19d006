/**
 * A path in a string literal to the feature that it reads.
 */
import type { Catalogue } from './catalogue.js';

/**
 * Feature id of the file that a literal names: `/proc/%d/stat` and `/proc/123/stat` are `path/proc/[pid]/stat`. One
 * that nobody listed goes by the innermost folder that is listed: where that is missing, so is the file.
 */
export function pathFeature(text: string, catalogue: Catalogue): string | undefined {
  let path = text
    .replace(/^\/proc\/(?:%\w+|\d+)(?=\/|$)/, '/proc/[pid]')
    .replace(/\s.*$/, '')
    .replace(/\/+$/, '');
  for (; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const id = `path${path}`;
    if (catalogue.has(id)) return id;
  }
  return undefined;
}
