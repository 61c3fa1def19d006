import assert from 'node:assert/strict';
import { NO_FILTER } from '#webview/model/filter.js';
import { gapTableOf } from '#webview/model/gapTable.js';
import { byCondition, byFamily, byFile, messageGroups } from '#webview/model/groups.js';
import { matchesOf } from '#webview/model/matches.js';
import { gapWith, reportOfGaps } from '../support/reportOfGaps.js';

const SIGNAL = { feature: 'function/signal', message: 'signal() — OSv: lies' } as const;
const GAPS = [
  gapWith({ path: 'b.c', line: 1 }),
  gapWith({ path: 'b.c', line: 2, severity: 'warning', ...SIGNAL }),
  gapWith({ path: 'a.c', line: 3, severity: 'warning', ...SIGNAL, conditions: ['X'] }),
  gapWith({ path: 'a.c', line: 4, severity: 'information', ...SIGNAL, conditions: ['X', 'Y'] }),
  gapWith({ path: 'b.c', line: 5 }),
];

describe('report: groups', () => {
  const table = gapTableOf(reportOfGaps(GAPS));
  const { gaps, severity } = matchesOf(table, NO_FILTER);

  it('by family, the heaviest first', () => {
    assert.deepEqual(byFamily(table, gaps, severity), [
      { key: 'processes', title: 'Process creation', gaps: [0, 4], counts: [0, 0, 2] },
      { key: 'signals', title: 'Signals', gaps: [1, 2, 3], counts: [1, 2, 0] },
    ]);
  });

  it('by file, in the order of paths', () => {
    const files = byFile(table, gaps, severity).map(({ title, gaps: list }) => [title, list]);
    assert.deepEqual(files, [
      ['a.c', [2, 3]],
      ['b.c', [0, 1, 4]],
    ]);
  });

  it('by condition', () => {
    const conditions = byCondition(table, [2, 3], severity).map(({ title }) => title);
    assert.deepEqual(conditions, ['X', 'X and Y']);
  });

  it('equal messages of one severity stand together, the worst first', () => {
    assert.deepEqual(messageGroups(table, [3, 1, 2, 0, 4], severity), [
      { severity: 'error', gaps: [0, 4] },
      { severity: 'warning', gaps: [1, 2] },
      { severity: 'information', gaps: [3] },
    ]);
  });

  it('names the folder where there are several', () => {
    const two = gapTableOf(reportOfGaps([gapWith({ root: 1 })], { roots: ['one', 'two/'] }));
    assert.deepEqual(byFile(two, [0], Uint8Array.of(3))[0].title, 'two/a.c');
  });
});
