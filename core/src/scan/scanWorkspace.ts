/**
 * A whole program to its uses: headers first, for the macros that they define, then every file.
 */
import { rejectedOccurrences } from '../c/confirm.js';
import { readFacts } from '../c/readFacts.js';
import { readMacroNames } from '../c/readMacros.js';
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { FileFacts } from '../facts/fileFacts.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import type { Catalogue } from '../uses/catalogue.js';
import { countedFeatures, findUses } from '../uses/findUses.js';
import type { Use } from '../uses/use.js';
import type { FileBytes, Skipped, Workspace, WorkspaceFile } from '../workspace.js';
import { isBinary } from './binary.js';
import { sourceLanguage } from './language.js';

/** A macro of a header may use one of another header: this many rounds over the headers find such chains. */
const HEADER_ROUNDS = 3;

export interface ScanOptions {
  /** Made for this scan: the macros of the program's headers are added to it. */
  readonly vocabulary: Vocabulary;
  readonly catalogue: Catalogue;
  /** Gives the parser when the first doubtful place is met. */
  readonly engine: () => Promise<SyntaxEngine>;
  /** Told now and then: files done and files in all. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked between files; true ends the scan with what there is. */
  readonly cancelled?: () => boolean;
}

export interface ScanResult {
  /** By path, then by place. */
  readonly uses: readonly Use[];
  /** Features that are used of which no place was kept. */
  readonly counted: ReadonlySet<string>;
  readonly index: ProgramIndex;
  readonly skipped: readonly Skipped[];
  /** Files that were read, but not wholly as they should be. */
  readonly problems: readonly Skipped[];
  readonly filesScanned: number;
  readonly bytesScanned: number;
}

export async function scanWorkspace(workspace: Workspace, options: ScanOptions): Promise<ScanResult> {
  const { vocabulary, catalogue } = options;
  const { files, skipped: unlisted } = await workspace.list();
  const index = new ProgramIndex();
  const skipped = [...unlisted];
  const problems: Skipped[] = [];
  await readHeaders(workspace, files, vocabulary, options);

  const facts: FileFacts[] = [];
  let bytesScanned = 0;
  let filesScanned = 0;
  for (let i = 0; i < files.length && !options.cancelled?.(); i++) {
    if (i % 64 === 0) options.progress?.(i, files.length);
    const file = files[i];
    const content = await readText(workspace, file);
    if ('problem' in content) {
      skipped.push({ path: file.path, reason: content.problem });
      continue;
    }
    filesScanned++;
    bytesScanned += content.length;
    const one = await readConfirmedFacts(file, content, vocabulary, options.engine);
    for (const problem of one.problems) {
      problems.push({ path: file.path, reason: `line ${problem.line + 1}: ${problem.message}` });
    }
    index.add(one);
    facts.push(one);
  }

  const uses: Use[] = [];
  const counted = new Set<string>();
  for (const one of facts) {
    for (const use of findUses(one, index, catalogue)) uses.push(use);
    for (const feature of countedFeatures(one, index, catalogue)) counted.add(feature);
  }
  return { uses, counted, index, skipped, problems, filesScanned, bytesScanned };
}

/** Facts of one file with its doubtful places decided. */
export async function readConfirmedFacts(
  file: WorkspaceFile,
  content: FileBytes,
  vocabulary: Vocabulary,
  engine: () => Promise<SyntaxEngine>,
): Promise<FileFacts> {
  const cplusplus = sourceLanguage(file.path)?.cplusplus ?? false;
  const { facts, doubtful } = readFacts(file.path, content.bytes, content.length, cplusplus, vocabulary);
  if (doubtful.length === 0) return facts;
  const grammar: Grammar = cplusplus ? 'cpp' : 'c';
  const rejected = rejectedOccurrences(content.bytes, doubtful, grammar, await engine());
  if (rejected.size === 0) return facts;
  return { ...facts, occurrences: facts.occurrences.filter((occurrence) => !rejected.has(occurrence)) };
}

async function readHeaders(
  workspace: Workspace,
  files: readonly WorkspaceFile[],
  vocabulary: Vocabulary,
  options: ScanOptions,
): Promise<void> {
  const headers = files.filter((file) => isHeaderPath(file.path));
  for (let round = 0; round < HEADER_ROUNDS; round++) {
    let found = false;
    for (const file of headers) {
      if (options.cancelled?.()) return;
      const content = await readText(workspace, file);
      if ('problem' in content) continue; // told when all files are read
      const cplusplus = sourceLanguage(file.path)?.cplusplus ?? false;
      if (readMacroNames(content.bytes, content.length, cplusplus, vocabulary)) found = true;
    }
    if (!found) return;
  }
}

async function readText(workspace: Workspace, file: WorkspaceFile): Promise<FileBytes | { problem: string }> {
  const answer = workspace.read(file);
  const content = answer instanceof Promise ? await answer : answer;
  if ('problem' in content) return content;
  const binary = isBinary(content.bytes, content.length);
  return binary === undefined ? content : { problem: binary };
}
