/**
 * Walks over what does the job of debugging tools, target by target.
 */
import type { Substitute } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';

export interface PlacedSubstitute {
  /** Id of the feature whose job is done. */
  readonly id: string;
  readonly target: string;
  readonly substitute: Substitute;
  /** Whether the target has a file of its own, or is one that debugging.json names. */
  readonly isKnownTarget: boolean;
  /** Names it in a problem. */
  readonly place: string;
}

/** All substitutes, in the order of the file. */
export function eachSubstitute({ debugging, curated }: Data): PlacedSubstitute[] {
  return Object.entries(debugging.facilities).flatMap(([id, byTarget]) =>
    Object.entries(byTarget).map(([target, substitute]) => ({
      id,
      target,
      substitute,
      isKnownTarget: curated.has(target) || Object.hasOwn(debugging.platforms ?? {}, target),
      place: `debugging.json: ${id} ${target}`,
    })),
  );
}
