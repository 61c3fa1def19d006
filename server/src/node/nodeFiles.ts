/**
 * Files of Node's file system. Each file gets bytes of its own: readings overlap here.
 */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followedBuild } from '#cli/followedBuild.js';
import { walkSteps } from '#cli/walk.js';
import type { BuildRequest, FileList, Files, FollowedBuild } from '../host.js';
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

  readonly followedBuild = async (request: BuildRequest): Promise<FollowedBuild | undefined> => {
    const { folder, named, program, tell } = request;
    const path = fileURLToPath(folder);
    const build = await followedBuild(
      path,
      path,
      named === undefined ? undefined : { path: resolve(path, named), isRequired: false },
      program,
      tell,
      path,
    );
    if (!build || !('problem' in build)) return build;
    tell(build.problem);
    return undefined;
  };

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
