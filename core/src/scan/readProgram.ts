/**
 * A whole program to its facts: headers first, for the macros that they define, then every file.
 */
import { readFacts } from '../c/readFacts.js';
import { addNamesOf } from '../c/readHeader.js';
import type { FileFacts, Include } from '../facts/fileFacts.js';
import { PackedFacts } from '../facts/packedFacts.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import { suppressionsIn } from '../suppressions/suppressionsIn.js';
import type { Skipped, Workspace } from '../workspace.js';
import { confirmedFacts } from './confirmedFacts.js';
import { sourceLanguage } from './language.js';
import { readHeaders } from './readHeaders.js';
import { readText } from './readText.js';
import type { ScanOptions } from './scanWorkspace.js';
import { withSeenMacrosOnly } from './seenMacros.js';

export interface ReadProgram extends ReadSummary {
  /** Of the files that have anything which may become a use; taken out while uses are made. */
  readonly facts: PackedFacts;
  readonly index: ProgramIndex;
  /** By path, of the few files that have any. Headers of nothing but macros that lead nowhere are not asked. */
  readonly suppressions: ReadonlyMap<string, readonly SuppressionComment[]>;
}

/** What was read, and what was not. */
export interface ReadSummary {
  readonly skipped: readonly Skipped[];
  /** Files that were read, but not wholly as they should be. */
  readonly problems: readonly Skipped[];
  readonly filesScanned: number;
  readonly bytesScanned: number;
}

export async function readProgram(workspace: Workspace, options: ScanOptions): Promise<ReadProgram> {
  const { vocabulary, catalogue } = options;
  const { files, skipped: unlisted } = await workspace.list();
  const index = new ProgramIndex();
  const skipped = [...unlisted];
  const problems: Skipped[] = [];
  const suppressions = new Map<string, readonly SuppressionComment[]>();
  index.expect(files.map((file) => file.path));
  const { inConditions: switches, macroHeaders } = await readHeaders(workspace, files, index, options);
  vocabulary.keepOnlySwitches(switches);

  // Headers come last: by then it is known which of their switches conditions ask for.
  const ordered = [
    ...files.filter((file) => !isHeaderPath(file.path)),
    ...files.filter((file) => isHeaderPath(file.path)),
  ];
  const facts = new PackedFacts(({ expression }) => addNamesOf(expression, switches));
  let bytesScanned = 0;
  let filesScanned = 0;
  for (let i = 0; i < ordered.length && !options.cancelled?.(); i++) {
    if (i % 64 === 0) options.progress?.(i, ordered.length);
    const file = ordered[i];
    const idle = macroHeaders.lengthOfIdle(file.path, vocabulary);
    if (idle !== undefined) {
      filesScanned++;
      bytesScanned += idle;
      continue;
    }
    const content = await readText(workspace, file);
    if ('problem' in content) {
      skipped.push({ path: file.path, reason: content.problem });
      continue;
    }
    filesScanned++;
    bytesScanned += content.length;
    const comments = suppressionsIn(content.bytes, content.length);
    if (comments.length > 0) suppressions.set(file.path, comments);
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
    const includes = one.includes.filter((include) => catalogue.header(include.header) !== undefined);
    if (namesAnything(one, includes)) facts.add(one, includes);
  }
  index.complete();
  return { facts, index, suppressions, skipped, problems, filesScanned, bytesScanned };
}

/** Whether a file has anything that may become a use; the others need not be kept. */
function namesAnything(facts: FileFacts, includes: readonly Include[]): boolean {
  return (
    facts.occurrences.length > 0 ||
    facts.counted.length > 0 ||
    facts.paths.length > 0 ||
    facts.macros.some((macro) => macro.body.length > 0) ||
    includes.length > 0
  );
}
