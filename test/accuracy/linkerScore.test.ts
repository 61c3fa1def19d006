import { deepStrictEqual } from 'node:assert/strict';
import { scoreImports } from '#tools/accuracy/linkerScore.js';
import { finding } from './finding.js';

const NAMES = new Set(['fork', 'kill', 'sync']);

describe('accuracy: findings against imports', () => {
  it('judges each name once, at its first place', () => {
    const findings = ['a.c:3 fork', 'b.c:1 sync', 'c.c:9 fork'].map(finding);
    deepStrictEqual(scoreImports(findings, ['fork', 'kill'], NAMES), [
      { kind: 'import-found', name: 'fork', place: 'a.c:3' },
      { kind: 'not-imported', name: 'sync', place: 'b.c:1' },
      { kind: 'import-missed', name: 'kill', place: undefined },
    ]);
  });
  it('leaves out imports that do not count', () => {
    deepStrictEqual(scoreImports([], ['printf'], NAMES), []);
  });
});
