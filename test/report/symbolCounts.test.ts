import assert from 'node:assert/strict';
import type { Severity } from '#core/gaps/severity.js';
import { symbolCounts } from '#core/report/symbolCounts.js';

describe('report: symbols that stand in the way', () => {
  it('come by their worst place, then by how many there are', () => {
    const place = (symbol: string, path: string, severity: Severity) => ({ symbol, path, severity });
    const counts = symbolCounts([
      place('madvise', 'a.c', 'warning'),
      place('madvise', 'a.c', 'warning'),
      place('fork', 'b.c', 'warning'),
      place('fork', 'c.c', 'error'),
      place('flock', 'a.c', 'warning'),
    ]);
    assert.deepEqual(counts, [
      { symbol: 'fork', count: 2, files: 2, path: 'b.c' },
      { symbol: 'madvise', count: 2, files: 1, path: 'a.c' },
      { symbol: 'flock', count: 1, files: 1, path: 'a.c' },
    ]);
  });
});
