import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkLastCase } from '#tools/lint/checkLastCase.js';
import { sampleData, withCase, withFork } from './sampleData.js';

describe('data: cases cover everything', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkLastCase(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkLastCase(sampleData(), {}), []);
  });

  it('finds a statement that ends open', () => {
    const data = withCase({ when: { arg: 0, is: '0' }, behaviour: 'supported' });
    assert.match(checkLastCase(data, {}).join('\n'), /nothing is said of the other cases/);
    assert.deepEqual(checkLastCase(data, { 'toy function/fork': 'Nobody tried.' }), []);
  });

  it('finds a case that is never reached', () => {
    const cases = [{ behaviour: 'partial' as const }, { behaviour: 'supported' as const }];
    const data = withFork({ cases, note: 'A note.', evidence: [{ read: 'fork.c:1' }] });
    assert.match(checkLastCase(data, {}).join('\n'), /case 2 is never reached/);
  });

  it('finds an entry that need not be listed', () => {
    const problems = checkLastCase(sampleData(), { 'toy function/fork': 'Nobody tried.' });
    assert.match(problems.join('\n'), /listed as open, and is not/);
  });
});
