/**
 * The workspace port over files in memory. It counts reads, so that a test can tell that nothing was read again.
 */
import type { FileBytes, Workspace, WorkspaceFile } from '#core/workspace.js';

export class MemoryWorkspace implements Workspace {
  reads = 0;
  private readonly files: ReadonlyMap<string, Uint8Array>;

  /** Paths to contents; a text is stored as UTF-8. */
  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    const encoder = new TextEncoder();
    this.files = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? encoder.encode(content) : content,
      ]),
    );
  }

  list() {
    const files = [...this.files.keys()].sort().map((path): WorkspaceFile => ({ path }));
    return Promise.resolve({ files, skipped: [] });
  }

  read(file: WorkspaceFile): FileBytes | { problem: string } {
    this.reads++;
    const bytes = this.files.get(file.path);
    return bytes ? { bytes, length: bytes.length } : { problem: 'no such file' };
  }

  /** The content of a file that is there; throws for another. */
  bytesOf(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw new Error(`no file ${path}`);
    return bytes;
  }
}
