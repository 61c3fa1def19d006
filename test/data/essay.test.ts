import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkEssay } from '#tools/lint/checkEssay.js';
import { sampleData } from './sampleData.js';

describe('claims of the essay', () => {
  it('are sound', async () => {
    const data = await readData();
    assert.deepEqual(checkEssay(data), []);
    assert.equal(data.essay.claims.length, 11);
  });

  it('of the sample are sound', () => {
    assert.deepEqual(checkEssay(sampleData()), []);
  });

  it('point at what exists', () => {
    const data = sampleData();
    data.essay.claims = [
      {
        id: 'E1',
        title: 'A',
        claim: 'A.',
        measure: 'uses',
        families: ['ghosts'],
        features: ['function/haunt'],
        platforms: ['moon'],
      },
    ];
    const problems = checkEssay(data).join('\n');
    assert.match(problems, /there is no family ghosts/);
    assert.match(problems, /function\/haunt is not in features.json/);
    assert.match(problems, /moon is no platform of debugging.json/);
    assert.match(problems, /platforms are named where they are looked at/);
  });

  it('say what bears on them, in their order', () => {
    const data = sampleData();
    data.essay.claims = [{ id: 'E2', title: 'A', claim: 'A.', measure: 'uses' }];
    const problems = checkEssay(data).join('\n');
    assert.match(problems, /no use bears on it/);
    assert.match(problems, /stands at the place of E1/);
  });
});
