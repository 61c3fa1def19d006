import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkEvidence } from '#tools/lint/checkEvidence.js';
import { sampleData, statement, withFork } from './sampleData.js';

describe('data: evidence', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkEvidence(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkEvidence(sampleData()), []);
  });

  it('finds a statement without evidence', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), evidence: [] });
    assert.match(checkEvidence(data).join('\n'), /no evidence/);
  });

  it('finds evidence of a library that leads nowhere, or to a version for which it does not hold', () => {
    const data = sampleData();
    const toy = data.curated.get('toy');
    assert.ok(toy);
    toy.libraries = {
      'libtoy.so': { evidence: [{ read: 'somewhere in it' }] },
      'libnew.so': { since: '2', evidence: [{ read: 'a.c:1' }] },
    };
    const problems = checkEvidence(data);
    assert.equal(problems.length, 2);
    assert.match(problems[0], /toy library libtoy.so: "somewhere in it" is no path/);
    assert.match(problems[1], /toy library libnew.so: "a.c:1" is of version/);
  });

  it('finds a path of no form', () => {
    const data = withFork({
      ...statement({ behaviour: 'supported' }),
      evidence: [{ read: 'seen somewhere' }],
    });
    assert.match(checkEvidence(data).join('\n'), /"seen somewhere" is no path/);
  });

  it('finds a line that is no number', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), evidence: [{ read: 'a.c:x' }] });
    assert.match(checkEvidence(data).join('\n'), /"a.c:x" is no path/);
  });

  it('finds a line where something is absent', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), evidence: [{ absent: 'a.c:3' }] });
    assert.match(checkEvidence(data).join('\n'), /"a.c:3" is no path/);
  });

  it('finds an unknown repository', () => {
    const data = withFork({
      ...statement({ behaviour: 'supported' }),
      evidence: [{ read: 'a.c:1', repository: 'other' }],
    });
    assert.match(checkEvidence(data).join('\n'), /no repository has the key "other"/);
  });

  for (const call of [' ', 'fork', '/proc/self/maps']) {
    it(`finds an observation of "${call}" alone`, () => {
      const data = withFork({ ...statement({ behaviour: 'supported' }), evidence: [{ observed: { call } }] });
      assert.match(checkEvidence(data).join('\n'), /without its call, or the test that made it/);
    });
  }

  it('finds the source of a version for which the statement does not hold', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), since: '2' });
    assert.match(
      checkEvidence(data).join('\n'),
      /"sys\/fork.c:12" is of version 1, for which this does not hold/,
    );
  });

  it('lets the source of a version stand for all that the statement holds for', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), until: '2' });
    assert.deepEqual(checkEvidence(data), []);
  });

  it('finds a substitute with evidence of an unknown repository', () => {
    const data = sampleData();
    data.debugging.repositories = {};
    assert.match(checkEvidence(data).join('\n'), /command\/strace toy: no repository has the key "tools"/);
  });

  it('finds a substitute whose evidence names no repository', () => {
    const data = sampleData();
    data.debugging.facilities['command/strace'].other.evidence = [{ absent: 'src/' }];
    assert.match(checkEvidence(data).join('\n'), /command\/strace other: no repository is named/);
  });

  it('finds a substitute without evidence', () => {
    const data = sampleData();
    data.debugging.facilities['command/strace'].toy.evidence = [];
    assert.match(checkEvidence(data).join('\n'), /command\/strace toy: no evidence/);
  });
});
