/**
 * Symbols that stand in the way, by how badly and how often they do, and where.
 */
import { SEVERITIES, type Severity } from '../gaps/severity.js';
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
  readonly severity: Severity;
}

/** Those with the worst places first, then the most frequent. */
export function symbolCounts(places: readonly CountedPlace[]): SymbolCount[] {
  const bySymbol = new Map<string, { count: number; path: string; paths: Set<string>; worst: number }>();
  for (const place of places) {
    const name = place.symbol + purposeText(place);
    const rank = SEVERITIES.indexOf(place.severity);
    const entry = bySymbol.get(name);
    if (entry) {
      entry.count++;
      entry.paths.add(place.path);
      entry.worst = Math.max(entry.worst, rank);
    } else bySymbol.set(name, { count: 1, path: place.path, paths: new Set([place.path]), worst: rank });
  }
  return [...bySymbol]
    .sort(([, a], [, b]) => b.worst - a.worst || b.count - a.count)
    .map(([symbol, { count, path, paths }]) => ({ symbol, count, files: paths.size, path }));
}
