import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { bars } from '#tools/accuracy/bars.js';
import type { JudgementKind } from '#tools/accuracy/judgement.js';
import { Tally } from '#tools/accuracy/tally.js';

function tallyOf(counts: Partial<Record<JudgementKind, number>>): Tally {
  const tally = new Tally();
  for (const [kind, count] of Object.entries(counts)) {
    tally.add(
      Array.from({ length: count }, () => ({ kind: kind as JudgementKind, name: 'f', place: 'a.c:1' })),
    );
  }
  return tally;
}

describe('accuracy: figures', () => {
  it('divides true findings by all but those in macros that something uses', () => {
    const tally = tallyOf({
      true: 5,
      false: 1,
      inactive: 1,
      'not-built': 2,
      'macro-unused': 1,
      'macro-used': 7,
    });
    strictEqual(tally.trueFindings, 0.5);
  });
  it('counts direct sites without those behind a macro', () => {
    strictEqual(tallyOf({ 'direct-found': 3, 'direct-missed': 1, 'indirect-missed': 9 }).directFound, 0.75);
  });
  it('tells precision from recall', () => {
    const tally = tallyOf({ 'import-found': 4, 'not-imported': 1, 'import-missed': 4 });
    deepStrictEqual([tally.precision, tally.recall], [0.8, 0.5]);
  });
  it('is 0 where there is nothing', () => {
    const nothing = new Tally();
    deepStrictEqual(
      [nothing.trueFindings, nothing.directFound, nothing.precision, nothing.recall],
      [0, 0, 0, 0],
    );
    deepStrictEqual(
      bars(nothing, nothing).filter((bar) => bar.isReached),
      [],
    );
  });
  it('reaches a bar at its limit, and not below', () => {
    const reached = (found: number): boolean =>
      bars(tallyOf({ 'indirect-found': found, 'indirect-missed': 66 - found }), new Tally())[1].isReached;
    deepStrictEqual([reached(54), reached(55)], [false, true]);
  });
});
