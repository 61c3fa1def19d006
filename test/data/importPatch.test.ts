import assert from 'node:assert/strict';
import { applyPatch, mergeStatements } from '#tools/import/patch.js';
import { missingBefore } from '#tools/import/presence.js';
import type { StatementMap } from '#tools/import/statementMap.js';
import { statement } from './sampleData.js';

describe('import: corrections', () => {
  const forkMap = (): StatementMap =>
    new Map([['function/fork', { curated: false, statements: [statement({ behaviour: 'fails' })] }]]);

  it('fills in what a failure lacks', () => {
    const map = forkMap();
    const unknown = applyPatch(map, {
      'function/fork': { returns: -1, errno: 'ENOSYS', evidence: [{ read: 'fork.c:3' }] },
      'function/vfork': { returns: -1 },
    });
    assert.deepEqual(unknown, ['function/vfork']);
    const [patched] = map.get('function/fork')?.statements ?? [];
    assert.deepEqual(patched.cases, [{ behaviour: 'fails', returns: -1, errno: 'ENOSYS' }]);
    assert.deepEqual(patched.evidence, [{ read: 'sys/fork.c:12' }, { read: 'fork.c:3' }]);
    assert.equal(map.get('function/fork')?.curated, true);
  });

  it('leaves what a case says itself', () => {
    const map = forkMap();
    const entry = map.get('function/fork');
    assert.ok(entry);
    entry.statements[0].cases = [
      { when: { arg: 0, is: '0' }, behaviour: 'fails', returns: 22, errno: 'unchanged' },
      { behaviour: 'supported' },
    ];
    applyPatch(map, { 'function/fork': { returns: -1, errno: 'EINVAL' } });
    assert.deepEqual(
      entry.statements[0].cases.map((one) => one.returns),
      [22, undefined],
    );
  });

  it('puts the more specific statement first and replaces its like', () => {
    const map = forkMap();
    const older = { ...statement({ behaviour: 'no-op' as const }), until: '2' };
    mergeStatements(map, { 'function/fork': [older, statement({ behaviour: 'partial' })] });
    const behaviours = map.get('function/fork')?.statements.map((one) => [one.until, one.cases[0].behaviour]);
    assert.deepEqual(behaviours, [
      ['2', 'no-op'],
      [undefined, 'partial'],
    ]);
  });

  it('splits a statement where an older version lacks the feature', () => {
    const map = forkMap();
    assert.equal(missingBefore(map, 'function/fork', '2'), true);
    const limits = map.get('function/fork')?.statements.map((one) => [one.since, one.until]);
    assert.deepEqual(limits, [
      ['2', undefined],
      [undefined, '2'],
    ]);
    assert.equal(missingBefore(map, 'function/vfork', '2'), false);
  });
});
