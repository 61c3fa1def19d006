/**
 * A workspace that takes a stamp of each file that is read through it.
 */
import type { FileBytes, Workspace, WorkspaceFile } from '#core/workspace.js';
import type { NodeBytes } from '../nodeWorkspace.js';
import { contentHash, FileStamps, type FileState } from './fileStamps.js';

/** Files of the file system, listed at once. */
export interface NodeFiles extends Workspace {
  read(file: WorkspaceFile): NodeBytes | { readonly problem: string };
  /** What the file system tells of a file, or undefined if it tells nothing. */
  stateOf(file: WorkspaceFile): FileState | undefined;
}

export class StampedWorkspace implements Workspace {
  readonly stamps: FileStamps;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(
    private readonly files: NodeFiles,
    /** Those that may be known from one scan to the next. */
    listed: readonly WorkspaceFile[],
  ) {
    this.stamps = new FileStamps(listed.length, Date.now());
    this.numbers = new Map(listed.map(({ path }, number) => [path, number]));
  }

  list() {
    return this.files.list();
  }

  read(file: WorkspaceFile): FileBytes | { readonly problem: string } {
    const content = this.files.read(file);
    if ('problem' in content) return content;
    const number = this.numbers.get(file.path);
    // Build files are read at each scan.
    if (number === undefined) return content;
    const { stamps } = this;
    const { state, bytes, length } = content;
    // Headers are read twice; one that changed in between is not known at all.
    if (stamps.isOpen(number)) stamps.set(number, state, contentHash(bytes.subarray(0, length)));
    else if (!stamps.isOf(number, state)) stamps.giveUp(number);
    return content;
  }

  /** Takes the stamp over of a file that is not read since it is known. */
  keep(path: string, state: FileState, hash: Uint8Array): void {
    this.stamps.set(this.numbers.get(path) as number, state, hash);
  }
}
