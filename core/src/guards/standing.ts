/**
 * How a use stands on a target: compiled, perhaps compiled, or not.
 */
import type { Use } from '../uses/use.js';
import type { Truth } from './decision.js';
import type { GuardChain } from './guardChain.js';
import type { TargetEnvironment } from './targetEnvironment.js';

export type TargetTag = 'conditional' | 'inactive' | 'other-os';

export interface Standing {
  readonly truth: Truth;
  readonly tags: readonly TargetTag[];
}

/** What of a use its standing hangs on. */
export type StandingUse = Pick<Use, 'guard' | 'through' | 'replaced' | 'systems'>;

/**
 * Evaluates the conditions around a use and around the macros that lead to it.
 * @param systems operating systems whose code the target builds, by the words of `pathRole`; undefined where a build
 * for the target is known to compile the file.
 * @param included conditions under which others include the file, alternatives of one another; empty for always.
 */
export function standingOf(
  use: StandingUse,
  environment: TargetEnvironment,
  systems: ReadonlySet<string> | undefined,
  included: readonly GuardChain[],
): Standing {
  const own = environment.truthOf(use.guard);
  const through = anyOf(use.through, environment);
  const inclusion = anyOf(included, environment);
  const isForeignFile =
    systems !== undefined && use.systems.length > 0 && !use.systems.some((system) => systems.has(system));
  const truth: Truth =
    own === 'false' || through === 'false' || inclusion === 'false' || isReplaced(use, environment)
      ? 'false'
      : own === 'true' && through === 'true' && inclusion === 'true'
        ? 'true'
        : 'undecided';
  const tags: TargetTag[] = [];
  if (isForeignFile || (own === 'false' && environment.isForeign(use.guard))) tags.push('other-os');
  if (truth === 'false') tags.push('inactive');
  else if (truth === 'undecided') tags.push('conditional');
  return { truth, tags };
}

/** Whether one of several conditions holds; true if there is none. */
function anyOf(chains: readonly (GuardChain | undefined)[], environment: TargetEnvironment): Truth {
  let any: Truth = chains.length === 0 ? 'true' : 'false';
  for (const chain of chains) {
    const truth = environment.truthOf(chain);
    if (truth === 'true') return 'true';
    if (truth === 'undecided') any = truth;
  }
  return any;
}

/** Whether something of the program's own is certain to take the name's place. */
function isReplaced({ replaced }: Pick<Use, 'replaced'>, environment: TargetEnvironment): boolean {
  for (const chain of replaced) if (environment.truthOf(chain) === 'true') return true;
  return false;
}
