/**
 * The list of features to choose from. Those named like the word at the cursor come first.
 */
import type { FeatureItem } from '#server/protocol.js';

export interface FeaturePick {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly feature: string;
}

export function featurePicks(features: readonly FeatureItem[], word: string | undefined): FeaturePick[] {
  const first: FeaturePick[] = [];
  const others: FeaturePick[] = [];
  for (const { id, name, kind, family } of features) {
    const pick = { label: name, description: kind, detail: family, feature: id };
    (word !== undefined && id.endsWith(`/${word}`) ? first : others).push(pick);
  }
  return first.concat(others);
}
