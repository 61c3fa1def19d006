import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkArgumentCases } from '#tools/lint/checkArgumentCases.js';
import { withCase } from './sampleData.js';

describe('data: cases for arguments', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkArgumentCases(await readData()), []);
  });

  it('counts conditions on arguments', () => {
    const data = withCase({
      when: { all: [{ state: 'it rains' }, { arg: 0, is: '0' }] },
      behaviour: 'supported',
    });
    assert.deepEqual(checkArgumentCases(data, 1), []);
  });

  it('finds too few', () => {
    const data = withCase({ when: { state: 'it rains' }, behaviour: 'supported' });
    assert.deepEqual(checkArgumentCases(data, 1), ['only 0 functions have a case for an argument']);
  });
});
