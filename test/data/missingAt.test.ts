import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkMissingAt } from '#tools/lint/checkMissingAt.js';
import { sampleData, withCase } from './sampleData.js';

describe('data: places of what is missing', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkMissingAt(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkMissingAt(sampleData()), []);
  });

  it('finds something missing without a place', () => {
    const data = withCase({ behaviour: 'missing' });
    assert.match(checkMissingAt(data).join('\n'), /is missing, but not said where/);
  });

  it('finds a place of something that is there', () => {
    const data = withCase({ behaviour: 'partial', at: 'link' });
    assert.match(checkMissingAt(data).join('\n'), /is not missing, but has a place/);
  });
});
