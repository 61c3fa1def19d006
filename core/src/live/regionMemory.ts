/**
 * Answers of syntax trees about the regions of one file, kept for its next reading: an edit changes one region, and
 * the others need no tree again.
 */
import { rejectedOccurrences } from '../c/confirm.js';
import { latin1 } from '../c/directive.js';
import type { DoubtfulRegion } from '../c/occurrenceList.js';
import type { SyntaxEngine } from '../engine/engine.js';
import type { Occurrence } from '../facts/fileFacts.js';

export class RegionMemory {
  /** Numbers of the rejected occurrences of a region, by its text and its occurrences. */
  private answers = new Map<string, readonly number[]>();

  /** Occurrences that turn out to be no use. What this reading does not ask for is forgotten. */
  rejected(
    bytes: Uint8Array,
    regions: readonly DoubtfulRegion[],
    grammar: 'c' | 'cpp',
    engine: SyntaxEngine,
  ): Set<Occurrence> {
    const answers = new Map<string, readonly number[]>();
    const rejected = new Set<Occurrence>();
    for (const region of regions) {
      const { start, end, occurrences } = region;
      const places = occurrences.map((one) => `${one.start - start}${one.shape}${one.isTableEntry}`);
      const key = `${grammar} ${places.join()} ${latin1(bytes, start, end)}`;
      let answer = this.answers.get(key);
      if (!answer) {
        const found = rejectedOccurrences(bytes, [region], grammar, engine);
        answer = occurrences.flatMap((one, i) => (found.has(one) ? [i] : []));
      }
      answers.set(key, answer);
      for (const i of answer) rejected.add(occurrences[i]);
    }
    this.answers = answers;
    return rejected;
  }
}
