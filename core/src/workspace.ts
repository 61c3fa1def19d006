/**
 * The port through which files are listed and read. Node's file system, an editor's and a map in memory fit it.
 */

/** A file that may be read. */
export interface WorkspaceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
}

/** Bytes of a file. The array may be used again for the next file: nothing may keep it. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  /** Bytes of it that belong to the file. */
  readonly length: number;
}

/** Something that was not scanned, and why. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Workspace {
  /** Source, build and operations files, sorted by path, and what was left out. */
  list(): Promise<{ readonly files: readonly WorkspaceFile[]; readonly skipped: readonly Skipped[] }>;
  /** The bytes of a file, or why it cannot be read. */
  read(
    file: WorkspaceFile,
  ): FileBytes | { readonly problem: string } | Promise<FileBytes | { readonly problem: string }>;
}
