/**
 * What one target does at one use: the only place where uses and targets meet.
 */
import type { BuiltProgram } from '../build/builtProgram.js';
import { type BuildMacros, UserDefines } from '../guards/sources/userDefines.js';
import { TargetEnvironment } from '../guards/targetEnvironment.js';
import type { ProgramIndex } from '../index/programIndex.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Use } from '../uses/use.js';
import { casesAtUse } from './casesAtUse.js';
import { familyOf } from './familyOf.js';
import { IF_SOURCE_NEEDS, type TargetGap } from './gap.js';
import { loadsBinaries, statementAt } from './importStatement.js';
import { lowered, severityOf } from './severity.js';
import { type BestStanding, standingAt } from './standingAt.js';
import { TargetBuild } from './targetBuild.js';
import { builtSystems, targetInterface } from './targetInterface.js';

/** How a feature fares on a target: the worst over its uses there. */
export type FeatureStanding = Behaviour | 'unknown';

export interface TargetJudgement {
  readonly target: TargetSpec;
  readonly environment: TargetEnvironment;
  readonly systems: ReadonlySet<string>;
  /** What a build compiles of the program; undefined where no list of its compilations is known. */
  readonly build: TargetBuild | undefined;
  /** Whether some header of the program defines a macro of this name. */
  isDefinedByProgram(name: string): boolean;
  /** Answers for uses under no condition and without arguments, by feature: they are most, and all alike. */
  readonly plain: Map<string, TargetGap | undefined>;
}

/** A build, and what it is for a target. */
export interface BuildForTarget {
  readonly program: BuiltProgram;
  /** Whether the build is one for the target, so that what its configure script found holds there. */
  readonly isTruth: boolean;
  /** The same target's, where nothing is assumed that is now. */
  readonly base?: TargetBuild | undefined;
}

/** One target ready to be asked about uses. */
export function judgementOf(
  target: TargetSpec,
  knowledge: Knowledge,
  index: ProgramIndex,
  defines: BuildMacros,
  build?: BuildForTarget,
): TargetJudgement {
  const macros = targetInterface(target, knowledge);
  const targetBuild =
    build && new TargetBuild(build.program, macros, build.isTruth, index, defines, build.base);
  const hasUnits = build?.program.hasUnits ?? false;
  return {
    target,
    environment:
      (!hasUnits && targetBuild?.environments[0]) ||
      new TargetEnvironment(macros, index, [new UserDefines(defines)]),
    systems: builtSystems(target, knowledge),
    build: hasUnits ? targetBuild : undefined,
    isDefinedByProgram: (name) => index.macrosNamed(name).length > 0,
    plain: new Map(),
  };
}

/** What a target does at one use; undefined for no gap there. */
export function targetGapOf(
  use: Use,
  judgement: TargetJudgement,
  knowledge: Knowledge,
): TargetGap | undefined {
  const { plain } = judgement;
  const isPlain =
    !use.guard &&
    use.through.length === 0 &&
    use.replaced.length === 0 &&
    use.included.length === 0 &&
    use.purpose === undefined &&
    !use.arguments &&
    use.systems.length === 0 &&
    !use.isAside &&
    !use.isAlternative &&
    !use.imported &&
    (judgement.build?.isPlain(use.path) ?? true);
  if (isPlain && plain.has(use.feature)) return plain.get(use.feature);
  const gap = judgedGap(use, judgement, knowledge);
  if (isPlain) plain.set(use.feature, gap);
  return gap;
}

function judgedGap(use: Use, judgement: TargetJudgement, knowledge: Knowledge): TargetGap | undefined {
  const statement = statementAt(use, judgement.target, knowledge);
  if (!statement || statement === 'not-asked') return undefined;
  const { usual, isDecided, exceptions } = casesAtUse(use, statement);
  if (!usual || usual.behaviour === 'supported') return undefined;
  // A limit that may not even be met is for the hover alone.
  if (usual.behaviour === 'partial' && !(isDecided && usual.when)) {
    if (!isDecided || hasArgumentCases(statement.cases)) return undefined;
  }
  const standing = standingOfUse(use, judgement, knowledge);
  if (standing.truth === 'false' || standing.tags.includes('other-os')) return undefined;
  const harm = familyOf(use, knowledge)?.harm ?? 'loses-function';
  // A constant that the program defines where headers lack it compiles everywhere.
  if (use.kind === 'flag' && usual.at === 'compile' && judgement.isDefinedByProgram(use.symbol))
    return undefined;
  const certain = severityOf(usual, harm);
  if (certain === undefined) return undefined;
  // The guest halts when the fault comes, not where a handler for it is installed.
  const full = use.kind === 'signal' && usual.behaviour === 'aborts' ? lowered(certain) : certain;
  const severityIfBuilt = exceptions.length > 0 ? lowered(full) : full;
  const severity = standing.truth === 'undecided' ? lowered(severityIfBuilt) : severityIfBuilt;
  const undecided = standing.truth === 'undecided' ? undecidedConditions(use, standing) : [];
  return {
    target: judgement.target,
    behaviour: usual.behaviour,
    severity,
    severityIfBuilt,
    statement,
    case: usual,
    isDecided: exceptions.length === 0,
    exceptions,
    tags: standing.tags,
    undecided,
  };
}

/** A target that takes source has what a binary for Linux imports to offer only if the source asks for it there, too. */
function standingOfUse(use: Use, judgement: TargetJudgement, knowledge: Knowledge): BestStanding {
  if (use.imported && !loadsBinaries(judgement.target, knowledge)) return IF_ASKED_FOR;
  return standingAt(use, judgement);
}

const IF_ASKED_FOR: BestStanding = {
  truth: 'undecided',
  tags: ['conditional'],
  environment: undefined,
  included: [],
};

/** What nobody can decide around a use; the ways by which its file is included are alternatives. */
function undecidedConditions(use: Use, { environment, included }: BestStanding): string[] {
  if (use.imported) return [IF_SOURCE_NEEDS];
  if (!environment) return [];
  const texts = [use.guard, ...use.through].flatMap((chain) => environment.undecided(chain));
  const ways = included.map((chain) => environment.undecided(chain).join(' && ')).filter(Boolean);
  if (ways.length > 0) texts.unshift([...new Set(ways)].join(' || '));
  return [...new Set(texts)];
}

function hasArgumentCases(cases: readonly { readonly when?: unknown }[]): boolean {
  return cases.some((one) => one.when !== undefined);
}
