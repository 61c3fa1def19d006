/**
 * Where Linux has a constant: the header that the list of features names, or that of the other constants of the same
 * call.
 */
import type { FeatureEntry } from '#core/knowledge/schema.generated.js';

/** Header of a flag by its feature id, `undefined` if no flag of that call has one. */
export function linuxHeader(
  id: string,
  features: Readonly<Record<string, FeatureEntry>>,
): string | undefined {
  const own = features[id]?.header;
  if (own !== undefined) return own;
  const scope = id.slice(0, id.lastIndexOf('/') + 1);
  const count = new Map<string, number>();
  for (const [other, { header }] of Object.entries(features)) {
    if (header !== undefined && other.startsWith(scope)) count.set(header, (count.get(header) ?? 0) + 1);
  }
  return [...count].sort(([, one], [, other]) => other - one)[0]?.[0];
}
