/**
 * A folder as the analyzer sees it: the newest text of open documents, and files for the rest.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { sourceLanguage } from '#core/scan/language.js';
import type { FileBytes, Skipped, Workspace, WorkspaceFile } from '#core/workspace.js';
import type { Files } from '../host.js';
import type { FolderUri } from './folderUri.js';

export class FolderWorkspace implements Workspace {
  /** Open documents by their path. */
  readonly open = new Map<string, TextDocument>();
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
    for (const path of this.open.keys()) if (sourceLanguage(path)) paths.add(path);
    return { files: [...paths].sort().map((path) => ({ path })), skipped: listed.skipped };
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
