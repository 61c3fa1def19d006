/**
 * Settings of one folder: its `unigap.json` first, and what is given beside it for what it leaves out.
 */
import type { BuildMacros } from '../guards/sources/userDefines.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { parseTargetSpec, type TargetSpec } from '../knowledge/targetSpec.js';
import type { BuildSetting, ProjectSettings, ProjectSuppression, SeverityRule } from './projectSettings.js';

/** What the user set beside the project: settings of an editor, or the words of a command line. */
export interface GivenSettings {
  /** Counts where the project names no target. */
  readonly targets: readonly string[];
  readonly severities: readonly SeverityRule[];
  readonly exclude: readonly string[];
}

export interface FolderSettings {
  readonly targets: readonly TargetSpec[];
  /** Sentences about targets that were given and do not exist. */
  readonly problems: readonly string[];
  readonly severities: readonly SeverityRule[];
  readonly exclude: readonly string[];
  readonly suppressions: readonly ProjectSuppression[];
  /** The project's own macro for each target, by id. */
  readonly guards: Readonly<Record<string, string>>;
  readonly build: BuildSetting;
  /** Whether what the configure script of a build found holds for a target. */
  isBuildFor(target: TargetSpec): boolean;
  /** What is known of the macros of builds for a target. */
  definesFor(target: TargetSpec): BuildMacros;
}

/** Where nobody names a target. */
export const DEFAULT_TARGETS: readonly string[] = ['osv', 'rumprun'];

export function folderSettings(
  given: GivenSettings,
  project: ProjectSettings,
  knowledge: Knowledge,
): FolderSettings {
  const problems: string[] = [];
  const specs = (texts: readonly string[]): TargetSpec[] =>
    texts.flatMap((text) => {
      const parsed = parseTargetSpec(text, knowledge);
      if ('value' in parsed) return [parsed.value];
      problems.push(parsed.problem);
      return [];
    });
  let targets = distinct(specs(project.targets?.length ? project.targets : given.targets));
  if (targets.length === 0) targets = specs(DEFAULT_TARGETS);
  return {
    targets,
    problems,
    // The project's rules come last: they decide.
    severities: [...given.severities, ...project.severities],
    exclude: [...given.exclude, ...project.exclude],
    suppressions: project.suppressions,
    guards: project.guards,
    build: project.build,
    isBuildFor: ({ id }) =>
      project.build.targets?.includes(id) ?? knowledge.targets.get(id)?.hostBuild.holds ?? false,
    definesFor: (target) => definesFor(target, project, knowledge),
  };
}

function definesFor(
  target: TargetSpec,
  { defines, guards }: ProjectSettings,
  knowledge: Knowledge,
): BuildMacros {
  const own = Object.entries(defines).filter(([key]) => {
    if (key === '*') return true;
    const parsed = parseTargetSpec(key, knowledge);
    if (!('value' in parsed) || parsed.value.id !== target.id) return false;
    const { version, options } = parsed.value;
    return key === target.id || (version === target.version && options.join() === target.options.join());
  });
  // Builds for a target define its guard, and builds for any other certainly do not.
  const others = Object.values(guards).map((macro) => [macro, null]);
  const guard = guards[target.id];
  return Object.assign(
    Object.fromEntries(others),
    ...own.map(([, macros]) => macros),
    guard === undefined ? {} : { [guard]: '1' },
  );
}

function distinct(targets: readonly TargetSpec[]): TargetSpec[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const key = JSON.stringify(target);
    return !seen.has(key) && seen.add(key);
  });
}
