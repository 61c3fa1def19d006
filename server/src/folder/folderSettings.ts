/**
 * Settings of one folder: its `unigap.json` first, the editor's settings for what it leaves out.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { parseTargetSpec, type TargetSpec } from '#core/knowledge/targetSpec.js';
import type { ProjectSettings, ProjectSuppression, SeverityRule } from '#core/project/projectSettings.js';
import type { Settings } from '../protocol.js';
import { DEFAULT_SETTINGS } from '../settings.js';

export interface FolderSettings {
  readonly targets: readonly TargetSpec[];
  /** Sentences about targets of the editor's settings that do not exist. */
  readonly problems: readonly string[];
  readonly severities: readonly SeverityRule[];
  readonly exclude: readonly string[];
  readonly suppressions: readonly ProjectSuppression[];
  /** The project's own macro for each target, by id. */
  readonly guards: Readonly<Record<string, string>>;
  /** Macros that builds for a target define. */
  definesFor(target: TargetSpec): Readonly<Record<string, string>>;
}

export function folderSettings(
  settings: Settings,
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
  let targets = distinct(specs(project.targets?.length ? project.targets : settings.targets));
  if (targets.length === 0) targets = specs(DEFAULT_SETTINGS.targets);
  return {
    targets,
    problems,
    // The project's rules come last: they decide.
    severities: [...settings.severities, ...project.severities],
    exclude: [...settings.exclude, ...project.exclude],
    suppressions: project.suppressions,
    guards: project.guards,
    definesFor: (target) => definesFor(target, project, knowledge),
  };
}

function definesFor(
  target: TargetSpec,
  { defines, guards }: ProjectSettings,
  knowledge: Knowledge,
): Record<string, string> {
  const own = Object.entries(defines).filter(([key]) => {
    if (key === '*') return true;
    const parsed = parseTargetSpec(key, knowledge);
    if (!('value' in parsed) || parsed.value.id !== target.id) return false;
    const { version, options } = parsed.value;
    return key === target.id || (version === target.version && options.join() === target.options.join());
  });
  const guard = guards[target.id];
  return Object.assign({}, ...own.map(([, macros]) => macros), guard === undefined ? {} : { [guard]: '1' });
}

function distinct(targets: readonly TargetSpec[]): TargetSpec[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const key = JSON.stringify(target);
    return !seen.has(key) && seen.add(key);
  });
}
