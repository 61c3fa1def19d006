/**
 * Walks over what can be written instead of features.
 */
import { writtenFeatures } from '#core/gaps/writtenFeatures.js';
import type { Replacement } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';

export interface PlacedReplacement {
  /** Id of the feature that is replaced. */
  readonly id: string;
  readonly replacement: Replacement;
  /** Ids of the features that are written instead. */
  readonly written: readonly string[];
  /** Names it in a problem. */
  readonly place: string;
}

/** All replacements, in the order of the file. */
export function eachReplacement({ replacements }: Data): PlacedReplacement[] {
  return Object.entries(replacements.replacements).flatMap(([id, list]) =>
    list.map((replacement) => ({
      id,
      replacement,
      written: writtenFeatures(id, replacement),
      place: `replacements.json: ${id} "${replacement.title}"`,
    })),
  );
}
