import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkFailureValues } from '#tools/lint/checkFailureValues.js';
import { sampleData, withCase } from './sampleData.js';

describe('data: values of failures', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkFailureValues(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkFailureValues(sampleData()), []);
  });

  it('finds a failure without a value', () => {
    const data = withCase({ behaviour: 'fails', errno: 'EINVAL' });
    assert.match(checkFailureValues(data).join('\n'), /no returned value/);
  });

  it('finds a failure without errno', () => {
    const data = withCase({ behaviour: 'fails', returns: -1 });
    assert.match(checkFailureValues(data).join('\n'), /no errno/);
  });

  it('finds a value of no form', () => {
    const data = withCase({ behaviour: 'fails', returns: 'nothing', errno: 'EINVAL' });
    assert.match(checkFailureValues(data).join('\n'), /"nothing" is no returned value/);
  });
});
