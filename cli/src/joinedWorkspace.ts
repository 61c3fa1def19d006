/**
 * Several folders as one program: a macro of one may be used in another. Paths are relative to the working folder.
 */
import type { FileBytes, Skipped, Workspace, WorkspaceFile } from '#core/workspace.js';
import type { NodeWorkspace } from './nodeWorkspace.js';

export class JoinedWorkspace implements Workspace {
  private readonly origin = new Map<string, { workspace: NodeWorkspace; file: WorkspaceFile }>();

  /** @param parts each with what is put before the paths in it, '' or ending in a slash. */
  constructor(private readonly parts: readonly { workspace: NodeWorkspace; prefix: string }[]) {}

  list() {
    const files: WorkspaceFile[] = [];
    const skipped: Skipped[] = [];
    for (const { workspace, prefix } of this.parts) {
      const walk = workspace.walkResult;
      for (const file of walk.files) {
        const path = prefix + file.path;
        if (this.origin.has(path)) continue; // a folder that was named together with one around it
        this.origin.set(path, { workspace, file });
        files.push({ path });
      }
      skipped.push(...walk.skipped.map(({ path, reason }) => ({ path: prefix + path, reason })));
    }
    return Promise.resolve({ files, skipped });
  }

  read({ path }: WorkspaceFile): FileBytes | { problem: string } {
    const origin = this.origin.get(path);
    return origin ? origin.workspace.read(origin.file) : { problem: 'not in the list of files' };
  }
}
