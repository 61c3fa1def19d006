/**
 * What the tokens around a name cannot tell is asked of a syntax tree of the region around it.
 */
import { rejectedOccurrences } from '../c/confirm.js';
import type { ReadResult } from '../c/readFacts.js';
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { FileFacts } from '../facts/fileFacts.js';

/** Facts of one file with its doubtful places decided; the parser is made when the first is met. */
export async function confirmedFacts(
  { facts, doubtful }: ReadResult,
  bytes: Uint8Array,
  cplusplus: boolean,
  engine: (grammar: Grammar) => Promise<SyntaxEngine>,
): Promise<FileFacts> {
  if (doubtful.length === 0) return facts;
  const grammar: Grammar = cplusplus ? 'cpp' : 'c';
  const rejected = rejectedOccurrences(bytes, doubtful, grammar, await engine(grammar));
  if (rejected.size === 0) return facts;
  return Object.assign(facts, {
    occurrences: facts.occurrences.filter((occurrence) => !rejected.has(occurrence)),
  });
}
