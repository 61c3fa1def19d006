import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkFamilies } from '#tools/lint/checkFamilies.js';
import { sampleData } from './sampleData.js';

describe('data: families', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkFamilies(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkFamilies(sampleData()), []);
  });

  it('finds a feature without a family', () => {
    const data = sampleData();
    data.features.features['function/fork'].family = 'nothing';
    assert.match(checkFamilies(data).join('\n'), /function\/fork: there is no family "nothing"/);
  });

  it('finds a family that nothing belongs to', () => {
    const data = sampleData();
    data.families.empty = { ...data.families.memory };
    assert.match(checkFamilies(data).join('\n'), /nothing belongs to empty/);
  });

  it('finds a family without harm and effort', () => {
    const data = sampleData();
    data.families.memory = { title: 'Memory', summary: 'Memory.' } as never;
    assert.match(checkFamilies(data).join('\n'), /memory has no harm\n.*memory has no effort/);
  });
});
