/**
 * What was not read, each file and reason once: several readers may have tried a Makefile.
 */
import type { Skipped } from '../workspace.js';

/** In the order in which they are first told. */
export function skippedOnce(...lists: readonly (readonly Skipped[])[]): Skipped[] {
  const told = new Map<string, Skipped>();
  for (const one of lists.flat()) {
    const key = `${one.path}\n${one.reason}`;
    if (!told.has(key)) told.set(key, one);
  }
  return [...told.values()];
}
