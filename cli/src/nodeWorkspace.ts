/**
 * The workspace port over Node's file system. Files are read into one buffer that is used again.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileBytes, Workspace, WorkspaceFile } from '#core/workspace.js';
import { type Walk, walk } from './walk.js';

/** Bytes of a file of the file system, and what that told of it when it was opened. */
export interface NodeBytes extends FileBytes {
  readonly state: Stats;
}

/** Larger files are generated data, not source that somebody ports. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The buffer grows by whole steps, seldom: one that is given back waits for the collector. */
const BUFFER_STEP = 4 << 20;

export class NodeWorkspace implements Workspace {
  private buffer = new Uint8Array(BUFFER_STEP);
  private walked: Walk | undefined;

  /**
   * @param only the one file to scan, relative to the root, or undefined for the whole folder.
   * @param exclude globs of what the project leaves out; the one file is scanned all the same.
   */
  constructor(
    private readonly root: string,
    private readonly honourIgnore: boolean,
    private readonly only: string | undefined,
    private readonly exclude: readonly string[],
  ) {}

  /** What the walk found; walks at the first call. */
  get walkResult(): Walk {
    this.walked ??=
      this.only === undefined
        ? walk(this.root, this.honourIgnore, this.exclude)
        : { files: [{ path: this.only }], skipped: [], ignored: 0, excluded: 0, ignoreDropped: false };
    return this.walked;
  }

  list() {
    return Promise.resolve(this.walkResult);
  }

  /** Lets go of the buffer, which is as large as the largest file, once all files are read. */
  rest(): void {
    this.buffer = new Uint8Array(0);
  }

  /** What the file system tells of a file, or undefined if it tells nothing. */
  stateOf(file: WorkspaceFile): Stats | undefined {
    try {
      return statSync(join(this.root, file.path), { throwIfNoEntry: false });
    } catch {
      return undefined; // what is wrong is told when the file is read
    }
  }

  read(file: WorkspaceFile): NodeBytes | { problem: string } {
    let descriptor: number;
    try {
      // A FIFO that took a file's place must not block the scan.
      descriptor = openSync(join(this.root, file.path), constants.O_RDONLY | constants.O_NONBLOCK);
    } catch (error) {
      return { problem: reasonOf(error) };
    }
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return { problem: 'not a regular file' };
      if (stat.size > MAX_FILE_BYTES) {
        return {
          problem: `${Math.round(stat.size / 1048576)} MB; files over ${MAX_FILE_BYTES / 1048576} MB are not read`,
        };
      }
      if (stat.size + 8 > this.buffer.length) {
        this.buffer = new Uint8Array(Math.ceil((stat.size + 8) / BUFFER_STEP) * BUFFER_STEP);
      }
      const { buffer } = this;
      let length = 0;
      while (length < stat.size) {
        const got = readSync(descriptor, buffer, length, stat.size - length, length);
        if (got === 0) break;
        length += got;
      }
      // The lexer looks a few bytes ahead; what an older file left there is no part of this one.
      buffer.fill(0, length, length + 8);
      return { bytes: buffer.subarray(0, length + 8), length, state: stat };
    } catch (error) {
      return { problem: reasonOf(error) };
    } finally {
      closeSync(descriptor);
    }
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'deleted during the scan';
  return code === 'EACCES' || code === 'EPERM' ? 'no permission to read it' : `cannot be read (${code})`;
}
