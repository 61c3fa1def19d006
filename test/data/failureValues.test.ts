import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkFailureValues } from '#tools/lint/checkFailureValues.js';
import { sampleData, withCase } from './sampleData.js';

const NONE: ReadonlySet<string> = new Set();

describe('data: values of failures', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkFailureValues(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkFailureValues(sampleData(), NONE), []);
  });

  it('finds a failure without a value', () => {
    const data = withCase({ behaviour: 'fails', errno: 'EINVAL' });
    assert.match(checkFailureValues(data, NONE).join('\n'), /no returned value/);
  });

  it('finds a failure without errno', () => {
    const data = withCase({ behaviour: 'fails', returns: -1 });
    assert.match(checkFailureValues(data, NONE).join('\n'), /no errno/);
  });

  it('finds a value of no form', () => {
    const data = withCase({ behaviour: 'fails', returns: 'nothing', errno: 'EINVAL' });
    assert.match(checkFailureValues(data, NONE).join('\n'), /"nothing" is no returned value/);
  });

  for (const behaviour of ['no-op', 'wrong'] as const) {
    it(`finds a call without the value that looks like success (${behaviour})`, () => {
      assert.match(checkFailureValues(withCase({ behaviour }), NONE).join('\n'), /what does the caller take/);
    });
  }

  it('takes a phrase where the value depends', () => {
    const data = withCase({ behaviour: 'no-op', returns: 'the number of bytes' });
    assert.deepEqual(checkFailureValues(data, NONE), []);
  });

  it('asks no value of what returns nothing', () => {
    const data = withCase({ behaviour: 'no-op' });
    assert.deepEqual(checkFailureValues(data, new Set(['function/fork'])), []);
  });

  it('finds what is listed as returning nothing and need not be', () => {
    const problems = checkFailureValues(sampleData(), new Set(['function/fork']));
    assert.match(problems.join('\n'), /function\/fork: listed as returning nothing, and need not be/);
  });
});
