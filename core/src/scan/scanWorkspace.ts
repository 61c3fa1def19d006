/**
 * A whole program to its uses: headers first, for the macros that they define, then every file.
 */

import type { ConditionGroup } from '../c/conditionGroups.js';
import { readFacts } from '../c/readFacts.js';
import { addNamesOf, readHeader } from '../c/readHeader.js';
import type { SyntaxEngine } from '../engine/engine.js';
import type { FileFacts, KeptFacts } from '../facts/fileFacts.js';
import { PackedOccurrences } from '../facts/packedOccurrences.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import { hashName } from '../source/nameTable.js';
import type { Catalogue } from '../uses/catalogue.js';
import { countedFeatures, findUses } from '../uses/findUses.js';
import type { Use } from '../uses/use.js';
import type { FileBytes, Skipped, Workspace, WorkspaceFile } from '../workspace.js';
import { isBinary } from './binary.js';
import { confirmedFacts } from './confirmedFacts.js';
import { sourceLanguage } from './language.js';
import { withSeenMacrosOnly } from './seenMacros.js';

/** A macro of a header may use one of another header: chains longer than this are cut. */
const MACRO_CHAIN_LENGTH = 8;

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
  index.expect(files.map((file) => file.path));
  const switches = await readHeaders(workspace, files, index, options);
  vocabulary.keepOnlySwitches(switches);

  // Headers come last: by then it is known which of their switches conditions ask for.
  const ordered = [
    ...files.filter((file) => !isHeaderPath(file.path)),
    ...files.filter((file) => isHeaderPath(file.path)),
  ];
  const facts: KeptFacts[] = [];
  let bytesScanned = 0;
  let filesScanned = 0;
  for (let i = 0; i < ordered.length && !options.cancelled?.(); i++) {
    if (i % 64 === 0) options.progress?.(i, ordered.length);
    const file = ordered[i];
    const content = await readText(workspace, file);
    if ('problem' in content) {
      skipped.push({ path: file.path, reason: content.problem });
      continue;
    }
    filesScanned++;
    bytesScanned += content.length;
    const cplusplus = sourceLanguage(file.path)?.cplusplus ?? false;
    const read = readFacts(file.path, content.bytes, content.length, cplusplus, vocabulary);
    index.add(read.facts);
    const one = await confirmedFacts(
      withSeenMacrosOnly(read, vocabulary, index),
      content.bytes,
      cplusplus,
      options.engine,
    );
    for (const problem of one.problems) {
      problems.push({ path: file.path, reason: `line ${problem.line + 1}: ${problem.message}` });
    }
    if (!namesAnything(one, catalogue)) continue;
    const kept = compacted(one, catalogue);
    for (const { terms } of kept.conditions) {
      for (const { expression } of terms) addNamesOf(expression, switches);
    }
    facts.push(kept);
  }
  facts.sort((a, b) => (a.path < b.path ? 1 : -1));

  const uses: Use[] = [];
  const counted = new Set<string>();
  // From the end, so that what is done with is let go.
  for (let one = facts.pop(); one; one = facts.pop()) {
    for (const use of findUses(one, index, catalogue)) uses.push(use);
    for (const feature of countedFeatures(one, index, catalogue)) counted.add(feature);
  }
  index.rest();
  return { uses, counted, index, skipped, problems, filesScanned, bytesScanned };
}

/** Puts the headers' macros into the vocabulary. Returns the hashes of the names that their conditions ask for. */
async function readHeaders(
  workspace: Workspace,
  files: readonly WorkspaceFile[],
  index: ProgramIndex,
  { vocabulary, cancelled }: ScanOptions,
): Promise<Set<number>> {
  const inConditions = new Set<number>();
  const headers: { file: WorkspaceFile; inBodies: Int32Array }[] = [];
  let fresh = new Set<number>();
  const read = async (file: WorkspaceFile): Promise<Set<number>> => {
    const content = await readText(workspace, file);
    if ('problem' in content) return new Set(); // told when all files are read
    const cplusplus = sourceLanguage(file.path)?.cplusplus ?? false;
    const summary = readHeader(content.bytes, content.length, cplusplus, vocabulary);
    index.announce(file.path, summary.includes, summary.macros);
    for (const name of summary.fresh) fresh.add(hashName(name));
    for (const hash of summary.inConditions) inConditions.add(hash);
    return summary.inBodies;
  };
  for (const file of files.filter((one) => isHeaderPath(one.path))) {
    if (cancelled?.()) return inConditions;
    headers.push({ file, inBodies: Int32Array.from(await read(file)) });
  }
  for (let round = 1; round < MACRO_CHAIN_LENGTH && fresh.size > 0; round++) {
    const last = fresh;
    fresh = new Set();
    for (const { file, inBodies } of headers) {
      if (cancelled?.()) return inConditions;
      if (inBodies.some((hash) => last.has(hash))) await read(file);
    }
  }
  return inConditions;
}

/** Whether a file has anything that may become a use; the others need not be kept. */
function namesAnything(facts: FileFacts, catalogue: Catalogue): boolean {
  return (
    facts.occurrences.length > 0 ||
    facts.counted.length > 0 ||
    facts.paths.length > 0 ||
    facts.macros.some((macro) => macro.body.length > 0) ||
    facts.includes.some((include) => catalogue.header(include.header) !== undefined)
  );
}

const IDLE: ConditionGroup = { parent: -1, line: 0, terms: [] };

/**
 * The facts without includes that are no features, which the index knows, and without conditions around nothing
 * that is kept; indices of conditions stay as they are.
 */
function compacted(facts: FileFacts, catalogue: Catalogue): KeptFacts {
  const { occurrences, macros, definitions, paths, conditions } = facts;
  const includes = facts.includes.filter((include) => catalogue.header(include.header) !== undefined);
  const needed = new Set<number>();
  for (const { condition } of [...occurrences, ...macros, ...definitions, ...paths, ...includes]) {
    for (let at = condition; at >= 0 && !needed.has(at); at = conditions[at].parent) needed.add(at);
  }
  const kept = conditions.map((group, index) => (needed.has(index) ? group : IDLE));
  return Object.assign(facts, {
    occurrences: occurrences.length === 0 ? NONE : new PackedOccurrences(occurrences),
    counted: tight(facts.counted),
    macros: tight(macros),
    definitions: tight(definitions),
    includes: tight(includes),
    paths: tight(paths),
    conditions: needed.size === 0 ? NONE : kept,
    problems: NONE, // told already
  });
}

const NONE: readonly never[] = [];

/** A list without the room that it was given to grow. */
function tight<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

async function readText(workspace: Workspace, file: WorkspaceFile): Promise<FileBytes | { problem: string }> {
  const answer = workspace.read(file);
  const content = answer instanceof Promise ? await answer : answer;
  if ('problem' in content) return content;
  const binary = isBinary(content.bytes, content.length);
  return binary === undefined ? content : { problem: binary };
}
