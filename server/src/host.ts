/**
 * What the server needs of the place where it runs. The node and browser entries each make one.
 */
import type { Connection } from 'vscode-languageserver';
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
}

export interface FileList {
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}
