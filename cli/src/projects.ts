/**
 * What the scanned folders say in their `unigap.json`.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { NO_SETTINGS, PROJECT_FILE, type ProjectSettings } from '#core/project/projectSettings.js';
import { type ProjectFile, projectFileOf } from './projectFile.js';

/** A folder of which something is scanned. */
export interface Project {
  /** The name of its `unigap.json` as it is told. */
  readonly fileName: string;
  readonly file: ProjectFile | undefined;
  readonly settings: ProjectSettings;
  /** Whether all of the folder is scanned: only then it is known what of the file nothing needs. */
  readonly isWhole: boolean;
}

/** What is scanned: a folder, or one file in it. */
export interface ScannedRoot {
  readonly folder: string;
  /** The one file to scan, or undefined for the whole folder. */
  readonly only: string | undefined;
  /** Whether that file is a binary. */
  readonly isBinary: boolean;
  /** What stands before its paths where they are told, '' or ending in a slash. */
  readonly prefix: string;
}

/**
 * The project of each root, or why one cannot be followed. Roots of the same folder share one.
 * @param tell is told what is wrong in a file, a line each.
 */
export function readProjects(
  roots: readonly ScannedRoot[],
  knowledge: Knowledge,
  tell: (line: string) => void,
): { value: readonly Project[] } | { problem: string } {
  const projects = new Map<string, Project>();
  for (const { folder, prefix } of roots) {
    if (projects.has(folder)) continue;
    const fileName = (roots.length === 1 ? '' : prefix) + PROJECT_FILE;
    const file = projectFileOf(folder, knowledge);
    if (file && 'problem' in file) return { problem: `${fileName} ${file.problem}; ${WITHOUT}` };
    tellProblems(fileName, file, tell);
    if (file && !file.isObject) return { problem: `${fileName} is no JSON object; ${WITHOUT}` };
    const isWhole = roots.some((root) => root.folder === folder && root.only === undefined);
    projects.set(folder, { fileName, file, settings: file?.settings ?? NO_SETTINGS, isWhole });
  }
  return { value: roots.map(({ folder }) => projects.get(folder) as Project) };
}

/** Tells what is wrong in a project file, a line each. */
export function tellProblems(
  fileName: string,
  file: ProjectFile | undefined,
  tell: (line: string) => void,
): void {
  if (!file) return;
  for (const { start, message } of file.problems) {
    const { line, column } = file.placeOf(start);
    tell(`${fileName}:${line}:${column}: ${message}`);
  }
}

const WITHOUT = '--no-config scans without it.';

/** For a scan that leaves the files out. */
export function noProjects(roots: readonly ScannedRoot[]): readonly Project[] {
  return roots.map(() => ({
    fileName: PROJECT_FILE,
    file: undefined,
    settings: NO_SETTINGS,
    isWhole: false,
  }));
}

/** A program has one build: its targets and macros are those of the first folder that names any. */
export function buildOf(projects: readonly Project[]): ProjectSettings {
  const all = projects.map(({ settings }) => settings);
  return {
    ...NO_SETTINGS,
    targets: all.find(({ targets }) => targets?.length)?.targets,
    defines: all.find(({ defines }) => Object.keys(defines).length > 0)?.defines ?? {},
    build: all.find(({ build }) => build !== NO_SETTINGS.build)?.build ?? NO_SETTINGS.build,
    guards: all.find(({ guards }) => Object.keys(guards).length > 0)?.guards ?? {},
  };
}
