/**
 * The macros of a program's headers, before any file is read for its uses.
 */
import { type HeaderSummary, readHeader } from '../c/readHeader.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import { hashName } from '../source/nameTable.js';
import type { Workspace, WorkspaceFile } from '../workspace.js';
import { sourceLanguage } from './language.js';
import { MacroHeaders } from './macroHeaders.js';
import { readText } from './readText.js';

/** A macro of a header may use one of another header: chains longer than this are cut. */
const MACRO_CHAIN_LENGTH = 8;

export interface HeaderOptions {
  readonly vocabulary: Vocabulary;
  /** Asked between files; true ends the reading. */
  readonly cancelled?: () => boolean;
  /** Called between files: lets the host do something else. */
  readonly pause?: () => Promise<void>;
  /** Told what each header says; again where a later reading of it says more. */
  readonly onHeader?: (path: string, summary: HeaderSummary) => void;
}

export interface HeaderReading {
  /** Hashes of the names that the headers' conditions ask for. */
  readonly inConditions: Set<number>;
  /** The headers that hold nothing but macros that lead nowhere. */
  readonly macroHeaders: MacroHeaders;
}

/** Puts the headers' macros into the vocabulary. */
export async function readHeaders(
  workspace: Workspace,
  files: readonly WorkspaceFile[],
  index: ProgramIndex,
  { vocabulary, cancelled, pause, onHeader }: HeaderOptions,
): Promise<HeaderReading> {
  const inConditions = new Set<number>();
  const macroHeaders = new MacroHeaders();
  const headers: { file: WorkspaceFile; inBodies: Int32Array }[] = [];
  let fresh = new Set<number>();
  const read = async (file: WorkspaceFile): Promise<Set<number>> => {
    const content = await readText(workspace, file);
    if ('problem' in content) return new Set(); // told when all files are read
    const cplusplus = sourceLanguage(file.path)?.cplusplus ?? false;
    const summary = readHeader(content.bytes, content.length, cplusplus, vocabulary);
    index.announce(file.path, summary.includes, summary.macros);
    macroHeaders.set(file.path, content.length, summary.isIdle ? summary.defined : undefined);
    onHeader?.(file.path, summary);
    for (const name of summary.fresh) fresh.add(hashName(name));
    for (const hash of summary.inConditions) inConditions.add(hash);
    return summary.inBodies;
  };
  for (const file of files.filter((one) => isHeaderPath(one.path))) {
    if (cancelled?.()) break;
    await pause?.();
    headers.push({ file, inBodies: Int32Array.from(await read(file)) });
  }
  for (let round = 1; round < MACRO_CHAIN_LENGTH && fresh.size > 0; round++) {
    const last = fresh;
    fresh = new Set();
    for (const { file, inBodies } of headers) {
      if (cancelled?.()) break;
      await pause?.();
      if (inBodies.some((hash) => last.has(hash))) await read(file);
    }
  }
  return { inConditions, macroHeaders };
}
