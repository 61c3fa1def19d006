/**
 * Walks over what can be written instead of features.
 */
import type { Replacement } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';

export interface PlacedReplacement {
  /** Id of the feature that is replaced. */
  readonly id: string;
  readonly replacement: Replacement;
  /** Ids of the features that are written instead, as far as they are features. */
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

function writtenFeatures(id: string, { edit }: Replacement): string[] {
  if ('name' in edit) return [`function/${edit.name}`];
  // Another constant of the same call.
  if ('flag' in edit) return edit.flag === '' ? [] : [id.replace(/[^/]*$/, edit.flag)];
  if ('skeleton' in edit) return [];
  const code = edit.call.replace(/\/\*.*?\*\//g, '');
  return [...code.matchAll(/([A-Za-z_]\w*)\(/g)].map((match) => `function/${match[1]}`);
}
