/**
 * Symbols that stand in the way, by how often they do, and where.
 */
import { purposeText } from '../messages/purposeText.js';
import type { Use } from '../uses/use.js';

export interface SymbolCount {
  readonly symbol: string;
  readonly count: number;
  /** In how many files, and the first of them. */
  readonly files: number;
  readonly path: string;
}

/** What of a gap or its document counts here. */
export interface CountedPlace {
  readonly symbol: string;
  readonly purpose?: Use['purpose'];
  readonly path: string;
}

/** Most frequent first. */
export function symbolCounts(places: readonly CountedPlace[]): SymbolCount[] {
  const bySymbol = new Map<string, { count: number; path: string; paths: Set<string> }>();
  for (const place of places) {
    const name = place.symbol + purposeText(place);
    const entry = bySymbol.get(name);
    if (entry) {
      entry.count++;
      entry.paths.add(place.path);
    } else bySymbol.set(name, { count: 1, path: place.path, paths: new Set([place.path]) });
  }
  return [...bySymbol]
    .map(([symbol, { count, path, paths }]) => ({ symbol, count, files: paths.size, path }))
    .sort((a, b) => b.count - a.count);
}
