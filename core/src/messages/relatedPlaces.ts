/**
 * Places that explain a gap at another one: the macros that lead to the feature, the conditions around the place.
 */
import { type GuardChain, guardTexts } from '../guards/guardChain.js';
import type { Use } from '../uses/use.js';

/** Lines and columns count from zero, columns in UTF-16 code units. */
export interface RelatedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Undefined for the rest of the line. */
  readonly endColumn: number | undefined;
  readonly message: string;
}

/** In the order in which they are gone through: macros first, then the conditions, the outermost first. */
export function relatedPlaces(use: Use): RelatedPlace[] {
  const places = use.macros.map(
    ({ name, path, line, column }): RelatedPlace => ({
      path,
      line,
      column,
      endColumn: column + name.length,
      message: `the macro ${name} leads to ${use.symbol}`,
    }),
  );
  const chain: GuardChain[] = [];
  for (let at = use.guard; at; at = at.outer) chain.unshift(at);
  const texts = guardTexts(use.guard);
  for (const [i, { line }] of chain.entries()) {
    const message = `compiled where ${texts[i]} holds`;
    places.push({ path: use.path, line, column: 0, endColumn: undefined, message });
  }
  return places;
}
