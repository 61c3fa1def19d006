/**
 * Symbols that stand in the way, by how often they do.
 */
import { purposeText } from '../messages/purposeText.js';
import type { Use } from '../uses/use.js';

/** Most frequent first. */
export function symbolCounts(
  uses: readonly { readonly symbol: string; readonly purpose?: Use['purpose'] }[],
): [symbol: string, count: number][] {
  const counts = new Map<string, number>();
  for (const use of uses) {
    const name = use.symbol + purposeText(use);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
