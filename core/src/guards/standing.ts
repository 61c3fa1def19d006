/**
 * How a use stands on a target: compiled, perhaps compiled, or not.
 */
import type { Use } from '../uses/use.js';
import type { TargetEnvironment, Truth } from './targetEnvironment.js';

export type TargetTag = 'conditional' | 'inactive' | 'other-os';

export interface Standing {
  readonly truth: Truth;
  readonly tags: readonly TargetTag[];
}

/**
 * Evaluates the conditions around a use and around the macros that lead to it.
 * @param systems operating systems whose code the target builds, by the words of `pathRole`.
 */
export function standingOf(
  use: Pick<Use, 'guard' | 'through' | 'systems'>,
  environment: TargetEnvironment,
  systems: ReadonlySet<string>,
): Standing {
  const own = environment.truthOf(use.guard);
  let through: Truth = use.through.length === 0 ? 'true' : 'false';
  for (const chain of use.through) {
    const truth = environment.truthOf(chain);
    if (truth === 'true' || (truth === 'undecided' && through === 'false')) through = truth;
  }
  const isForeignFile = use.systems.length > 0 && !use.systems.some((system) => systems.has(system));
  const truth: Truth =
    own === 'false' || through === 'false'
      ? 'false'
      : own === 'true' && through === 'true'
        ? 'true'
        : 'undecided';
  const tags: TargetTag[] = [];
  if (isForeignFile || (own === 'false' && environment.isForeign(use.guard))) tags.push('other-os');
  if (truth === 'false') tags.push('inactive');
  else if (truth === 'undecided') tags.push('conditional');
  return { truth, tags };
}
