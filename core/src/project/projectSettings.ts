/**
 * What a project says of itself in `unigap.json`, shared by editor and command line.
 */

import type { Severity } from '../gaps/severity.js';
import type { BuildMacros } from '../guards/sources/userDefines.js';

/** Name of the file, in the root of a folder. */
export const PROJECT_FILE = 'unigap.json';

/** What a project says of its build. */
export interface BuildSetting {
  /** Folder of the build, or its compile database, relative to the project; undefined where it is looked for. */
  readonly path: string | undefined;
  /** Ids of the targets that the build is for; undefined for those that are built as programs of a Linux host are. */
  readonly targets: readonly string[] | undefined;
  /** Whether no build is to be looked for. */
  readonly isOff: boolean;
}

export interface ProjectSettings {
  /** Targets as they are written on a command line; undefined if the file names none. */
  readonly targets: readonly string[] | undefined;
  /** The last rule that fits decides. */
  readonly severities: readonly SeverityRule[];
  /** What is not scanned, as globs in the manner of `.gitignore`. */
  readonly exclude: readonly string[];
  /** Macros of the build: by target as it is written on a command line, by its id, or by `*` for all. */
  readonly defines: Readonly<Record<string, BuildMacros>>;
  /** The project's own macro for each target, by id: defined in builds for that target, and in no other. */
  readonly guards: Readonly<Record<string, string>>;
  readonly build: BuildSetting;
  readonly suppressions: readonly ProjectSuppression[];
}

/** Changes the severity of the gaps that fit all of its parts; one without parts fits all. */
export interface SeverityRule {
  /** As it is written on a command line, or an id alone, which stands for all versions. */
  readonly target?: string | undefined;
  readonly behaviour?: string | undefined;
  readonly family?: string | undefined;
  readonly feature?: string | undefined;
  readonly severity: Severity | 'off';
}

/** Gaps that the project has judged and does not want to be told again. */
export interface ProjectSuppression {
  /** Feature id. */
  readonly feature: string;
  /** A glob in the manner of `.gitignore`; undefined for the whole project. */
  readonly path?: string | undefined;
  readonly reason: string;
  /** Where it stands in `unigap.json`: offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const ANY_BUILD: BuildSetting = { path: undefined, targets: undefined, isOff: false };

export const NO_SETTINGS: ProjectSettings = {
  targets: undefined,
  severities: [],
  exclude: [],
  defines: {},
  guards: {},
  build: ANY_BUILD,
  suppressions: [],
};
