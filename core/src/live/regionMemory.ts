/**
 * Answers of syntax trees about the regions of one file, kept for its next reading: an edit changes one region, and
 * the others need no tree again.
 */
import { MAX_REGION, rejectedIn, rejectedOccurrences } from '../c/confirm.js';
import { latin1 } from '../c/directive.js';
import type { DoubtfulRegion } from '../c/occurrenceList.js';
import type { SourceGrammar, SyntaxEngine } from '../engine/engine.js';
import type { Occurrence } from '../facts/fileFacts.js';
import { LastTree } from './lastTree.js';

export class RegionMemory {
  /** Numbers of the rejected occurrences of a region, by its text and its occurrences; undefined before a reading. */
  private answers: Map<string, readonly number[]> | undefined;
  private readonly lastTree = new LastTree();

  /** Occurrences that turn out to be no use. What this reading does not ask for is forgotten. */
  rejected(
    bytes: Uint8Array,
    regions: readonly DoubtfulRegion[],
    grammar: SourceGrammar,
    engine: SyntaxEngine,
  ): Set<Occurrence> {
    const answers = new Map<string, readonly number[]>();
    const rejected = new Set<Occurrence>();
    for (const region of regions) {
      const { start, end, occurrences } = region;
      const places = occurrences.map((one) => `${one.start - start}${one.shape}${one.isTableEntry}`);
      const text = latin1(bytes, start, end);
      const key = `${grammar} ${places.join()} ${text}`;
      let answer = this.answers?.get(key);
      if (!answer) {
        // A file that is read for the first time may never be edited: its trees are not kept.
        const isParsedAnew = !this.answers || end - start > MAX_REGION;
        const found = new Set(
          isParsedAnew
            ? rejectedOccurrences(bytes, [region], grammar, engine)
            : rejectedIn(this.lastTree.parse(engine, grammar, text).rootNode, region, grammar),
        );
        answer = occurrences.flatMap((one, i) => (found.has(one) ? [i] : []));
      }
      answers.set(key, answer);
      for (const i of answer) rejected.add(occurrences[i]);
    }
    this.answers = answers;
    return rejected;
  }

  /** Frees the tree that waits for the next edit. */
  rest(): void {
    this.lastTree.delete();
  }
}
