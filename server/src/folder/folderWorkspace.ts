/**
 * A folder as the analyzer sees it: the newest text of open documents, and files for the rest.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mayBeOperations } from '#core/operations/operationsFile.js';
import { isBuildFile } from '#core/probes/buildFile.js';
import { sourceLanguage } from '#core/scan/language.js';
import type { FileBytes, Skipped, Workspace, WorkspaceFile } from '#core/workspace.js';
import type { Files } from '../host.js';
import type { FolderUri } from './folderUri.js';

export class FolderWorkspace implements Workspace {
  /** Open documents by their path. */
  readonly open = new Map<string, TextDocument>();
  /** Paths that the folder has by its own rules; undefined before it was listed. */
  private listed: ReadonlySet<string> | undefined;
  /** Paths of open documents that it did not have when it was listed: they are excluded, or not saved. */
  private leftOut: ReadonlySet<string> = new Set();
  private readonly encoder = new TextEncoder();

  /**
   * @param isListed false for files that belong to no folder of the workspace: then only open ones are scanned.
   * @param exclude globs of what is not scanned.
   */
  constructor(
    private readonly folder: FolderUri,
    private readonly files: Files,
    private readonly isListed: boolean,
    private readonly exclude: () => readonly string[],
  ) {}

  async list(): Promise<{ files: WorkspaceFile[]; skipped: readonly Skipped[] }> {
    const listed = this.isListed
      ? await this.files.list(this.folder.uri, this.exclude())
      : { files: [], skipped: [] };
    const paths = new Set(listed.files);
    if (this.isListed) this.listed = new Set(listed.files);
    this.leftOut = new Set([...this.open.keys()].filter((path) => !paths.has(path)));
    for (const path of this.leftOut) {
      if (sourceLanguage(path) || isBuildFile(path) || mayBeOperations(path)) paths.add(path);
    }
    return { files: [...paths].sort().map((path) => ({ path })), skipped: listed.skipped };
  }

  /** Whether a file counts for the folder. One that is excluded is still diagnosed while it is open. */
  isPart(path: string): boolean {
    return this.listed === undefined || this.listed.has(path);
  }

  /** Whether it takes another listing to tell if a file is part of the folder. */
  isUndecided(path: string): boolean {
    return !this.isPart(path) && !this.leftOut.has(path);
  }

  read(file: WorkspaceFile): FileBytes | Promise<FileBytes | { problem: string }> {
    const document = this.open.get(file.path);
    if (document) return padded(this.encoder.encode(document.getText()));
    return this.files
      .read(this.folder.uriOf(file.path))
      .then((content) => ('problem' in content ? content : padded(content)));
  }
}

/** The lexer looks a few bytes ahead of the end. */
function padded(content: Uint8Array): FileBytes {
  const bytes = new Uint8Array(content.length + 8);
  bytes.set(content);
  return { bytes, length: content.length };
}
