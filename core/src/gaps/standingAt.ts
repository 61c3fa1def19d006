/**
 * How a use stands on a target where its file may be compiled several times, or not at all.
 */
import type { GuardChain } from '../guards/guardChain.js';
import { type Standing, type StandingUse, standingOf } from '../guards/standing.js';
import type { TargetEnvironment } from '../guards/targetEnvironment.js';
import type { Use } from '../uses/use.js';
import type { TargetJudgement } from './targetGap.js';

/** The compilation in which a use stands best: one that compiles it is enough. */
export interface BestStanding extends Standing {
  /** What the preprocessor knows there; undefined where the build compiles the file nowhere. */
  readonly environment: TargetEnvironment | undefined;
  /** Conditions under which its file is included there, alternatives of one another. */
  readonly included: readonly GuardChain[];
}

export function standingAt(
  use: StandingUse & Pick<Use, 'path' | 'included'>,
  { build, environment, systems }: Pick<TargetJudgement, 'build' | 'environment' | 'systems'>,
): BestStanding {
  if (!build) return standingIn(use, environment, systems, use.included);
  const askedSystems = build.isTruth ? undefined : systems;
  if (!build.isBuilt(use.path)) return standingIn(use, environment, askedSystems, NONE);
  let best: BestStanding | undefined;
  for (const one of build.environmentsAt(use.path)) {
    const standing = standingIn(use, one, askedSystems, build.conditionsAt(use.path, one));
    if (best && (best.truth === standing.truth || standing.truth === 'false')) continue;
    best = standing;
    if (best.truth === 'true') break;
  }
  return best ?? NOT_COMPILED;
}

const NONE: readonly never[] = [];
const NOT_COMPILED: BestStanding = {
  truth: 'false',
  tags: ['inactive'],
  environment: undefined,
  included: NONE,
};

function standingIn(
  use: StandingUse,
  environment: TargetEnvironment,
  systems: ReadonlySet<string> | undefined,
  included: readonly GuardChain[],
): BestStanding {
  const { truth, tags } = standingOf(use, environment, systems, included);
  return { truth, tags, environment, included };
}
