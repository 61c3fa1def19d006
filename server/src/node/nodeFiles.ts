/**
 * Files of Node's file system. Each file gets bytes of its own: readings overlap here.
 */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { walkSteps } from '#cli/walk.js';
import type { FileList, Files } from '../host.js';
import { timeSlices } from '../timeSlices.js';

/** Larger files are generated data, not source that somebody ports. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export class NodeFiles implements Files {
  constructor(private readonly yieldTurn: () => Promise<void>) {}

  async list(folder: string, exclude: readonly string[]): Promise<FileList> {
    const pause = timeSlices(this.yieldTurn);
    const steps = walkSteps(fileURLToPath(folder), true, exclude);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { files: value.files.map(({ path }) => path), skipped: value.skipped };
      await pause();
    }
  }

  async read(uri: string): Promise<Uint8Array | { problem: string }> {
    try {
      const path = fileURLToPath(uri);
      const { size } = await stat(path);
      if (size > MAX_FILE_BYTES)
        return { problem: `${Math.round(size / 1048576)} MB; files of that size are not read` };
      return await readFile(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return { problem: 'deleted during the scan' };
      return { problem: code === 'EACCES' ? 'no permission to read it' : `cannot be read (${code})` };
    }
  }
}
