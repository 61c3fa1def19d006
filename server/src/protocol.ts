/**
 * What server and client say to each other beyond LSP: names of methods and shapes of parameters and results. Plain
 * data, so that other editors can use it too. Lines and columns count from zero, columns in UTF-16 code units, as in
 * LSP. Paths are relative to their folder, with forward slashes.
 */

import type { SeverityRule } from '#core/project/projectSettings.js';

/** Sent in `initialize`. Everything may be left out. */
export interface InitializationOptions {
  /** Where the bundled program lies, as a URI that the server can read: `knowledge.json`, `wasm/`. */
  readonly distUri?: string;
  /** Whether the server shall ask the client for files, instead of reading them itself. */
  readonly filesByClient?: boolean;
  /** Scheme of the addresses under which the client shows pages of features: `unigap` for `unigap:/function/fork.md`. */
  readonly pageScheme?: string;
  /** Settings until the first `workspace/configuration`. */
  readonly settings?: unknown;
}

/** `unigap.*` settings, as the client hands them over under the section `unigap`. */
export interface Settings {
  /** Targets, as on the command line; `unigap.json` of a folder wins. */
  readonly targets: readonly string[];
  readonly diagnostics: {
    readonly enabled: boolean;
    /** What is diagnosed by itself: files that are open, or the whole workspace in the background. */
    readonly scope: 'openFiles' | 'workspace';
    /** Gaps below it are left to hover and report. */
    readonly minSeverity: 'error' | 'warning' | 'information';
  };
  /** Rules that change severities; the last one that fits decides. The same as in `unigap.json`. */
  readonly severities: readonly SeverityRule[];
  readonly codeLens: { readonly enabled: boolean };
  /** Folders and files that are not scanned, as globs in the manner of `.gitignore`. */
  readonly exclude: readonly string[];
}

/**
 * Request: the port-readiness report of all folders. Params: `ReportParams`; result: `ReportDocument`. With several
 * folders each is judged by itself: every target appears once a folder, with the folder in its name.
 */
export const REPORT_REQUEST = 'unigap/report';

export interface ReportParams {
  /** Token for `$/progress` (kinds begin, report, end). */
  readonly workDoneToken?: string | number;
}

/** Request: the report as text. Params: `ExportParams`; result: string. */
export const EXPORT_REQUEST = 'unigap/export';

export interface ExportParams extends ReportParams {
  readonly format: 'markdown' | 'html' | 'json' | 'runbook';
  /** Of a runbook: the target that it is for, as it is written in settings; all of them if it is left out. */
  readonly target?: string;
}

/** Request: the page of a feature as Markdown. Params: `FeaturePageParams`; result: string or null. */
export const FEATURE_PAGE_REQUEST = 'unigap/featurePage';

export interface FeaturePageParams {
  /** Feature id. */
  readonly feature: string;
}

/** Request: all features. No params; result: `FeatureItem[]`, sorted by name. */
export const FEATURES_REQUEST = 'unigap/features';

export interface FeatureItem {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Title of its family. */
  readonly family: string;
}

/** Request: the targets that exist. No params; result: `TargetItem[]`. */
export const TARGETS_REQUEST = 'unigap/targets';

export interface TargetItem {
  /** As it is written in settings: `osv@0.57`. */
  readonly target: string;
  /** For readers: `OSv 0.57`. */
  readonly name: string;
  readonly summary: string;
  /** Whether it is one of those in use. */
  readonly isSelected: boolean;
}

/** Request: diagnoses the whole workspace now. Params: `ReportParams`; result: `StatusParams`. */
export const SCAN_REQUEST = 'unigap/scan';

/** Notification from the server: what it is doing and what it found. */
export const STATUS_NOTIFICATION = 'unigap/status';

export interface StatusParams {
  readonly state: 'starting' | 'scanning' | 'ready' | 'failed';
  /** Targets in use, for readers. */
  readonly targets: readonly string[];
  /** Gaps in the files that are known so far. */
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly filesScanned: number;
  /** What failed, or undefined. */
  readonly problem?: string;
}

/** Notification from the server: the report would be another one now. No params. */
export const REPORT_CHANGED_NOTIFICATION = 'unigap/reportChanged';

/** Request from the server with `filesByClient`: source files of a folder. Params: `{ folder: string }` (a URI). */
export const LIST_FILES_REQUEST = 'unigap/listFiles';

export interface ListFilesResult {
  /** Relative paths. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Request from the server with `filesByClient`: the bytes of a file. Params: `{ uri: string }`. */
export const READ_FILE_REQUEST = 'unigap/readFile';

/** The bytes in base64, or why there are none. */
export type ReadFileResult = { readonly base64: string } | { readonly problem: string };

/** Commands of the server's code actions and lenses that the client carries out. */
export const OPEN_FEATURE_COMMAND = 'unigap.openFeature'; // argument: feature id
export const SHOW_GAPS_COMMAND = 'unigap.showGaps'; // arguments: document URI, start line, end line

export type { ReportDocument } from '#core/report/reportDocument.js';
export type { SeverityRule };
