/**
 * `unigap scan --shard`: reads a share of a program, and leaves it in a file.
 */
import { readProgram } from '#core/scan/readProgram.js';
import type { ScanRequest } from '../commandLine.js';
import { EXIT_CLEAN, fail } from '../exitStatus.js';
import { progressLine } from '../progress.js';
import type { ScannedRoot } from '../projects.js';
import { followBuild } from '../scan/followBuild.js';
import { leftOutOf, nodeFilesOf } from '../scan/readSources.js';
import { excludesOf, type ScanSubject } from '../scan/scanSubject.js';
import { shippedDigest, shippedEngine } from '../shipped.js';
import { headersDigest, writeShard } from './shardFile.js';
import { type ShareNumber, shareOf, sizedFiles } from './shares.js';

/** Returns the exit status. */
export async function shardCommand(
  subject: ScanSubject,
  roots: readonly ScannedRoot[],
  request: ScanRequest,
  share: ShareNumber & { readonly file: string },
): Promise<number> {
  const { files, walked, rest } = nodeFilesOf(excludesOf(subject), roots, request);
  const { skipped: unlisted } = await files.list();
  const { sized, digest } = await sizedFiles(files);
  const progress = progressLine();
  const program = await readProgram(files, {
    vocabulary: subject.vocabulary,
    catalogue: subject.catalogue,
    engine: shippedEngine(),
    progress: progress.update,
    isRecorded: true,
    share: shareOf(sized, share),
  });
  progress.end();
  rest();
  const built = await followBuild(subject, roots, request, program);
  if (built && 'problem' in built) return fail(built.problem);
  const { record } = program;
  if (!record) throw new Error('nothing was recorded');
  const { number, of } = share;
  try {
    writeShard(share.file, {
      share: { number, of },
      scan: {
        program: shippedDigest(),
        vocabulary: subject.vocabularyKey,
        files: digest,
        headers: headersDigest(record),
        paths: subject.paths,
        honourIgnore: request.honourIgnore,
        prefixes: subject.prefixes,
        projects: subject.projects.map(({ fileName, file, isWhole }) => ({
          fileName,
          text: file?.text ?? null,
          isWhole,
        })),
        leftOut: leftOutOf(walked()),
        followed: built?.summary.files[0] ?? null,
        unlisted,
        build: program.build,
        operations: program.operations,
      },
      skipped: program.skipped.slice(unlisted.length),
      record,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return fail(`${share.file} cannot be written (${code}).`);
  }
  return EXIT_CLEAN;
}
