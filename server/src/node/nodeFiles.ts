/**
 * Files of Node's file system. Each file gets bytes of its own: readings overlap here.
 */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { walk } from '#cli/walk.js';
import type { FileList, Files } from '../host.js';

/** Larger files are generated data, not source that somebody ports. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export class NodeFiles implements Files {
  list(folder: string, exclude: readonly string[]): Promise<FileList> {
    const { files, skipped } = walk(fileURLToPath(folder), true, exclude);
    return Promise.resolve({ files: files.map(({ path }) => path), skipped });
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
