/**
 * A whole program to its facts: headers first, for the macros that they define, then every file.
 */
import type { KeptFile } from '../facts/packedFacts.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import type { ProgramRecord } from '../record/programRecord.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import type { Skipped, Workspace } from '../workspace.js';
import { sourceLanguage } from './language.js';
import { ProgramReader } from './programReader.js';
import { type BuildFilesRead, readBuildFiles } from './readBuildFiles.js';
import { type OperationsRead, readOperationsFiles } from './readOperationsFiles.js';
import type { ScanOptions } from './scanWorkspace.js';
import { skippedOnce } from './skippedOnce.js';

export interface ReadProgram extends ReadSummary {
  /** Of the files that have anything which may become a use; taken out while uses are made. */
  readonly facts: { inOrder(): Generator<KeptFile> };
  readonly index: ProgramIndex;
  /** By path, of the few files that have any. Headers of nothing but macros that lead nowhere are not asked. */
  readonly suppressions: ReadonlyMap<string, readonly SuppressionComment[]>;
  /** What a later scan can take up, if it was asked for and nothing ended the reading. */
  readonly record: ProgramRecord | undefined;
  /** What the files of build systems say. */
  readonly build: BuildFilesRead;
  /** What files say by which the program is run and looked after. */
  readonly operations: OperationsRead;
  /** Whether a file was taken up and what was found in it then still holds. */
  stands(path: string): boolean;
}

/** What was read, and what was not. */
export interface ReadSummary {
  readonly skipped: readonly Skipped[];
  /** Files that were read, but not wholly as they should be. */
  readonly problems: readonly Skipped[];
  readonly filesScanned: number;
  readonly bytesScanned: number;
  /** Files of build systems, which are no source. */
  readonly buildFilesScanned: number;
  readonly buildBytesScanned: number;
  /** Files by which the program is run and looked after; a Makefile is a build file, too. */
  readonly operationsFilesScanned: number;
}

export async function readProgram(workspace: Workspace, options: ScanOptions): Promise<ReadProgram> {
  const { files: listed, skipped: unlisted } = await workspace.list();
  const files = listed.filter(({ path }) => sourceLanguage(path) !== undefined);
  const reader = new ProgramReader(workspace, files, options);
  await reader.beginSources(files);
  // Headers come last: by then it is known which of their switches conditions ask for.
  const sources = files.filter((file) => !isHeaderPath(file.path));
  const headers = files.filter((file) => isHeaderPath(file.path));
  let done = 0;
  for (const part of [sources, headers]) {
    if (part === headers) await reader.beginHeaders(sources);
    for (const file of part) {
      if (options.cancelled?.()) break;
      if (done++ % 64 === 0) options.progress?.(done - 1, files.length);
      await reader.file(file);
    }
  }
  reader.index.complete();
  const build = await readBuildFiles(
    workspace,
    listed,
    options.share ? () => true : reader.isAsked(),
    options.cancelled,
  );
  build.tell(reader.index.probes);
  const operations =
    options.withoutOperations === undefined
      ? await readOperationsFiles(workspace, listed, options)
      : { files: [], skipped: [{ path: '.', reason: options.withoutOperations }] };
  const { facts, index, suppressions, skipped, problems, filesScanned, bytesScanned } = reader;
  return {
    facts,
    index,
    suppressions,
    skipped: skippedOnce(unlisted, skipped, build.skipped, operations.skipped),
    problems,
    filesScanned,
    bytesScanned,
    buildFilesScanned: build.files.length,
    buildBytesScanned: build.bytes,
    build,
    operations,
    operationsFilesScanned: operations.files.length,
    record: options.isRecorded && !options.cancelled?.() ? reader.record() : undefined,
    stands: reader.standing(),
  };
}
