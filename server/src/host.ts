/**
 * What the server needs of the place where it runs. The node and browser entries each make one.
 */
import type { Connection } from 'vscode-languageserver';
import type { BuiltProgram } from '#core/build/builtProgram.js';
import type { BuildReading } from '#core/build/readBuild.js';
import type { BuildSummary } from '#core/report/report.js';
import type { Skipped } from '#core/workspace.js';
import type { InitializationOptions } from './protocol.js';

export interface Host {
  /** A file of the bundled program: `knowledge.json`, `wasm/tree-sitter-c.wasm`. Rejects if it is not there. */
  readShipped(name: string, options: InitializationOptions): Promise<Uint8Array>;
  /** How folders are listed and files are read. */
  files(connection: Connection, options: InitializationOptions): Files;
  /** Resolves when whoever else runs here has had a turn. */
  yieldTurn(): Promise<void>;
  exit(code: number): void;
}

/** Files by URI. */
export interface Files {
  /** Source and build files below a folder, by paths relative to it with forward slashes. */
  list(folder: string, exclude: readonly string[]): Promise<FileList>;
  read(uri: string): Promise<Uint8Array | { readonly problem: string }>;
  /** What a build of a folder tells; left out where files beside those of the folder cannot be read. */
  readonly followedBuild?: (request: BuildRequest) => Promise<FollowedBuild | undefined>;
}

export interface BuildRequest {
  /** URI of the folder. */
  readonly folder: string;
  /** Path of the build as the project names it, relative to the folder; undefined where it is to be looked for. */
  readonly named: string | undefined;
  readonly program: Pick<BuildReading, 'index' | 'isAsked' | 'pause'>;
  /** Told what could not be used. */
  readonly tell: (line: string) => void;
}

export interface FollowedBuild {
  readonly program: BuiltProgram;
  readonly summary: BuildSummary;
}

export interface FileList {
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}
