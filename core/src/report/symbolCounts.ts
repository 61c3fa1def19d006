/**
 * Symbols that stand in the way, by how often they do, and where.
 */
import { purposeText } from '../messages/purposeText.js';
import type { Use } from '../uses/use.js';

export interface SymbolCount {
  readonly symbol: string;
  readonly count: number;
  /** The first files, and how many there are. */
  readonly paths: readonly string[];
  readonly files: number;
}

/** What of a gap or its document counts here. */
export interface CountedPlace {
  readonly symbol: string;
  readonly purpose?: Use['purpose'];
  readonly path: string;
}

/** Paths that are kept of each symbol. */
const PATHS_KEPT = 2;

/** Most frequent first. */
export function symbolCounts(places: readonly CountedPlace[]): SymbolCount[] {
  const bySymbol = new Map<string, { count: number; paths: Set<string> }>();
  for (const place of places) {
    const name = place.symbol + purposeText(place);
    const entry = bySymbol.get(name);
    if (entry) {
      entry.count++;
      entry.paths.add(place.path);
    } else bySymbol.set(name, { count: 1, paths: new Set([place.path]) });
  }
  return [...bySymbol]
    .map(([symbol, { count, paths }]) => ({
      symbol,
      count,
      paths: [...paths].slice(0, PATHS_KEPT),
      files: paths.size,
    }))
    .sort((a, b) => b.count - a.count);
}
