/**
 * A whole program to its uses: headers first, for the macros that they define, then every file.
 */

import { readFacts } from '../c/readFacts.js';
import { addNamesOf } from '../c/readHeader.js';
import type { SyntaxEngine } from '../engine/engine.js';
import type { KeptFacts } from '../facts/fileFacts.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import type { Catalogue } from '../uses/catalogue.js';
import { countedFeatures, findUses } from '../uses/findUses.js';
import type { Use } from '../uses/use.js';
import type { Skipped, Workspace } from '../workspace.js';
import { confirmedFacts } from './confirmedFacts.js';
import { compacted, namesAnything } from './keptFacts.js';
import { sourceLanguage } from './language.js';
import { readHeaders } from './readHeaders.js';
import { readText } from './readText.js';
import { withSeenMacrosOnly } from './seenMacros.js';

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
  const { inConditions: switches, macroHeaders } = await readHeaders(workspace, files, index, options);
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
