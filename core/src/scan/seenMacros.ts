/**
 * A name that is a macro somewhere in the program means that macro only in files that see it. What is kept for
 * the sake of a macro elsewhere is let go here, before a tree is asked about it.
 */
import type { DoubtfulRegion } from '../c/occurrenceList.js';
import type { ReadResult } from '../c/readFacts.js';
import type { FileFacts, Occurrence } from '../facts/fileFacts.js';
import { IS_FUNCTION, KEEP_PLACES, type Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';

/** What was read without the places of macros that the file does not see; the index must hold the file. */
export function withSeenMacrosOnly(
  read: ReadResult,
  vocabulary: Vocabulary,
  index: ProgramIndex,
): ReadResult {
  const { facts } = read;
  // What a source file that is included brings along may not have been read yet.
  if (facts.includes.some((include) => !isHeaderPath(include.header))) return read;
  if (facts.occurrences.length === 0) return read;
  const local = new Set(facts.macros.map((macro) => macro.name));
  const counted = new Set(facts.counted);
  const wanted = new Map<string, boolean>();
  const isWanted = (name: string): boolean => {
    let known = wanted.get(name);
    if (known === undefined) {
      const id = vocabulary.table.get(name);
      known = local.has(name) || (id >= 0 && (vocabulary.flagsOf(id) & KEEP_PLACES) !== 0);
      wanted.set(name, known);
    }
    return known;
  };
  const search = index.announcedFrom(facts.path, isWanted);
  const judged = new Map<string, boolean>();
  const isKept = ({ name }: Occurrence): boolean => {
    let kept = judged.get(name);
    if (kept === undefined) {
      kept = isWanted(name) || search.leads(name);
      const id = vocabulary.table.get(name);
      if (!kept && id >= 0 && (vocabulary.flagsOf(id) & IS_FUNCTION) !== 0) counted.add(name);
      judged.set(name, kept);
    }
    return kept;
  };
  const occurrences = facts.occurrences.filter(isKept);
  if (occurrences.length === facts.occurrences.length) return read;
  const doubtful = read.doubtful.flatMap((region): DoubtfulRegion[] => {
    const rest = region.occurrences.filter(isKept);
    return rest.length > 0 ? [{ start: region.start, end: region.end, occurrences: rest }] : [];
  });
  const kept: FileFacts & { occurrences: Occurrence[] } = Object.assign(facts, {
    occurrences,
    counted: [...counted],
  });
  return { facts: kept, doubtful };
}
