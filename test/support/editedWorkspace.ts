/**
 * The workspace port over texts that change, as an editor's do.
 */
import type { FileBytes, Workspace, WorkspaceFile } from '#core/workspace.js';

export class EditedWorkspace implements Workspace {
  readonly texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  list() {
    const files = [...this.texts.keys()].sort().map((path): WorkspaceFile => ({ path }));
    return Promise.resolve({ files, skipped: [] });
  }

  read(file: WorkspaceFile): FileBytes | { problem: string } {
    const text = this.texts.get(file.path);
    if (text === undefined) return { problem: 'no such file' };
    const bytes = new TextEncoder().encode(text);
    return { bytes, length: bytes.length };
  }
}
