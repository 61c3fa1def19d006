/**
 * A name that is a macro somewhere in the program means that macro only in files that see it. What is kept for
 * the sake of a macro elsewhere is let go here, before a tree is asked about it.
 */
import type { DoubtfulRegion } from '../c/occurrenceList.js';
import type { ReadResult } from '../c/readFacts.js';
import type { FileFacts, Occurrence } from '../facts/fileFacts.js';
import { IS_FUNCTION, KEEP_PLACES, type Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';

export interface SeenResult extends ReadResult {
  /** Names that were let go. */
  readonly unseen: readonly string[];
}

/** What was read without the places of macros that the file does not see; the index must hold the file. */
export function withSeenMacrosOnly(
  read: ReadResult,
  vocabulary: Vocabulary,
  index: ProgramIndex,
): SeenResult {
  const { facts, doubtful: all } = read;
  // What a source file that is included brings along may not have been read yet.
  if (facts.includes.some((include) => !isHeaderPath(include.header)))
    return { facts, doubtful: all, unseen: NONE };
  if (facts.occurrences.length === 0) return { facts, doubtful: all, unseen: NONE };
  const counted = new Set(facts.counted);
  const isWanted = wantedIn(facts, vocabulary);
  const search = index.announcedFrom(facts.path, isWanted);
  const unseen: string[] = [];
  const judged = new Map<string, boolean>();
  const isKept = ({ name }: Occurrence): boolean => {
    let kept = judged.get(name);
    if (kept === undefined) {
      kept = isWanted(name) || search.leads(name);
      if (!kept) unseen.push(name);
      const id = vocabulary.table.get(name);
      if (!kept && id >= 0 && (vocabulary.flagsOf(id) & IS_FUNCTION) !== 0) counted.add(name);
      judged.set(name, kept);
    }
    return kept;
  };
  const occurrences = facts.occurrences.filter(isKept);
  if (unseen.length === 0) return { facts, doubtful: all, unseen: NONE };
  const doubtful = all.flatMap((region): DoubtfulRegion[] => {
    const rest = region.occurrences.filter(isKept);
    return rest.length > 0 ? [{ start: region.start, end: region.end, occurrences: rest }] : [];
  });
  const kept: FileFacts & { occurrences: Occurrence[] } = Object.assign(facts, {
    occurrences,
    counted: [...counted],
  });
  return { facts: kept, doubtful, unseen };
}

/** Whether a file sees, as far as headers have announced their macros, one of the names that were let go in it. */
export function seesAny(
  unseen: readonly string[],
  facts: Pick<FileFacts, 'path' | 'macros'>,
  vocabulary: Vocabulary,
  index: ProgramIndex,
): boolean {
  if (unseen.length === 0) return false;
  const isWanted = wantedIn(facts, vocabulary);
  const search = index.announcedFrom(facts.path, isWanted);
  return unseen.some((name) => isWanted(name) || search.leads(name));
}

const NONE: readonly never[] = [];

/** Tells the names of which places are kept for their own sake. */
function wantedIn({ macros }: Pick<FileFacts, 'macros'>, vocabulary: Vocabulary): (name: string) => boolean {
  const local = new Set(macros.map((macro) => macro.name));
  const wanted = new Map<string, boolean>();
  return (name) => {
    let known = wanted.get(name);
    if (known === undefined) {
      const id = vocabulary.table.get(name);
      known = local.has(name) || (id >= 0 && (vocabulary.flagsOf(id) & KEEP_PLACES) !== 0);
      wanted.set(name, known);
    }
    return known;
  };
}
