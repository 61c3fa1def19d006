/**
 * What a build means for one target: what its preprocessor knows where each file of the program is compiled.
 */
import type { BuiltProgram } from '../build/builtProgram.js';
import type { FlagSet } from '../build/flagSets.js';
import type { BuildView } from '../guards/buildView.js';
import type { GuardChain } from '../guards/guardChain.js';
import { type BuildMacros, UserDefines } from '../guards/sources/userDefines.js';
import { TargetEnvironment } from '../guards/targetEnvironment.js';
import type { TargetInterface } from '../guards/targetInterface.js';
import type { ProgramIndex } from '../index/programIndex.js';
import { type IncludeReach, includeReach } from './includeReach.js';

export class TargetBuild {
  readonly environments: readonly TargetEnvironment[];
  /** By flag set; found when they are asked for. */
  private readonly reaches: (IncludeReach | undefined)[];
  private readonly isRead: readonly boolean[];
  private lastPath: string | undefined;
  private lastEnvironments: readonly TargetEnvironment[] = [];

  /**
   * @param isTruth whether the answers of its configure script are those for the target.
   * @param base the same build without the macros that are assumed; what files include is as it is there.
   */
  constructor(
    private readonly program: BuiltProgram,
    private readonly target: TargetInterface,
    readonly isTruth: boolean,
    index: ProgramIndex,
    defines: BuildMacros,
    base?: TargetBuild,
  ) {
    const withView = (flags: FlagSet, isRead: boolean): TargetEnvironment =>
      new TargetEnvironment(target, index, [new UserDefines(defines)], this.viewOf(flags, isRead));
    this.reaches = base?.reaches ?? [];
    this.isRead =
      base?.isRead ??
      program.flagSets.map((flags) => isTruth && this.reachOf(flags, withView(flags, false)).isRead);
    this.environments = program.flagSets.map((flags, i) => withView(flags, this.isRead[i]));
    if (base) for (const i of this.environments.keys()) base.reach(i);
  }

  /** Those under which a file is compiled or included; none for a file that this target does not build. */
  environmentsAt(path: string): readonly TargetEnvironment[] {
    if (path !== this.lastPath) {
      this.lastPath = path;
      this.lastEnvironments = this.found(path);
    }
    return this.lastEnvironments;
  }

  /** Whether it hangs on nothing that a file is compiled. */
  isPlain(path: string): boolean {
    const [first] = this.environmentsAt(path);
    return first !== undefined && this.conditionsAt(path, first).length === 0;
  }

  isBuilt(path: string): boolean {
    return this.program.isBuilt(path);
  }

  /** Conditions that nobody can decide under which a file is included with the flags of an environment. */
  conditionsAt(path: string, environment: TargetEnvironment): readonly GuardChain[] {
    const node = this.program.files.idOf(path);
    const { certain, conditions } = this.reach(this.environments.indexOf(environment));
    return certain.has(node) ? NONE : (conditions.get(node) ?? NONE);
  }

  private found(path: string): readonly TargetEnvironment[] {
    const { program, environments } = this;
    const node = program.files.idOf(path);
    const found = environments.filter((_, i) => this.reach(i).possible.has(node));
    // What makes its source, or is included by files beyond the scanned ones, is compiled in ways that are not told.
    return found.length === 0 && !program.isSeen(node) && program.isBuilt(path) ? environments : found;
  }

  private reach(i: number): IncludeReach {
    this.reaches[i] ??= this.reachOf(this.program.flagSets[i], this.environments[i]);
    return this.reaches[i];
  }

  private reachOf(flags: FlagSet, environment: TargetEnvironment): IncludeReach {
    return includeReach(
      flags,
      this.program.files,
      environment,
      (header) => this.target.hasHeader(header) === true,
    );
  }

  /** @param isRead whether all headers are known that files with these flags include. */
  private viewOf({ macros, seen }: FlagSet, isRead: boolean): BuildView {
    const { program, isTruth } = this;
    return {
      isComplete: isTruth && program.hasUnits,
      given: (name) => (isTruth || !isProbe(name) ? macros.get(name) : undefined),
      definitions: (name) =>
        program
          .macrosNamed(name)
          .filter(
            ({ node, isSystem, isConfigured }) =>
              seen.has(node) && (isTruth || !(isSystem || isConfigured || isProbe(name))),
          ),
      isUndefined: (name) => isTruth && program.undefinedAt(name).some(({ node }) => seen.has(node)),
      counts: ({ path, macro, guard }) => {
        if (!seen.has(program.files.idOf(path))) return false;
        return (
          isTruth ||
          !(program.isConfigured(path) || (isProbe(macro.name) && isUnconditional(guard, macro.name)))
        );
      },
      isClosed: (name) => isTruth && program.hasUnits && !name.startsWith('_') && (isRead || isOption(name)),
    };
  }
}

const NONE: readonly never[] = [];

/** Whether a name is that of a choice of the program's own builder, which no header of a library makes. */
function isOption(name: string): boolean {
  return /^(?:HAVE|HAS|USE|WITH|WITHOUT|ENABLE|DISABLE|NO|NEED|SUPPORT|CONFIG)_/.test(name);
}

/** Whether a definition hangs on nothing but that there is no other one. */
function isUnconditional(guard: GuardChain | undefined, name: string): boolean {
  for (let at = guard; at; at = at.outer) {
    if (at.terms.some(({ expression }) => !expression.includes(name))) return false;
  }
  return true;
}

/** `HAVE_FORK`, `SIZEOF_LONG`: what a configure script finds on the host. */
function isProbe(name: string): boolean {
  return /(?:^|_)(?:HAVE|HAS|SIZEOF|ALIGNOF)_/.test(name);
}
