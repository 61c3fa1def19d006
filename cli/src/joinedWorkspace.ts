/**
 * Several folders as one program: a macro of one may be used in another. Paths are relative to the working folder.
 */
import type { Stats } from 'node:fs';
import type { Skipped, Workspace, WorkspaceFile } from '#core/workspace.js';
import type { NodeBytes, NodeWorkspace } from './nodeWorkspace.js';

type Listed = Awaited<ReturnType<Workspace['list']>>;

export class JoinedWorkspace implements Workspace {
  private listed: Listed | undefined;
  private readonly origin = new Map<string, { workspace: NodeWorkspace; file: WorkspaceFile }>();

  /** @param parts each with what is put before the paths in it, '' or ending in a slash. */
  constructor(private readonly parts: readonly { workspace: NodeWorkspace; prefix: string }[]) {}

  list() {
    this.listed ??= this.joined();
    return Promise.resolve(this.listed);
  }

  stateOf({ path }: WorkspaceFile): Stats | undefined {
    const origin = this.origin.get(path);
    return origin?.workspace.stateOf(origin.file);
  }

  read({ path }: WorkspaceFile): NodeBytes | { problem: string } {
    const origin = this.origin.get(path);
    return origin ? origin.workspace.read(origin.file) : { problem: 'not in the list of files' };
  }

  private joined(): Listed {
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
    return { files, skipped };
  }
}
