import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkSortedKeys } from '#tools/lint/checkSortedKeys.js';
import { sampleData, statement } from './sampleData.js';

describe('data: order of keys', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkSortedKeys(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkSortedKeys(sampleData()), []);
  });

  it('finds features out of order', () => {
    const data = sampleData();
    data.features.features['function/abort'] = { family: 'processes' };
    assert.match(
      checkSortedKeys(data).join('\n'),
      /features.json: function\/abort stands after syscall\/clone/,
    );
  });

  it('finds symbols out of order', () => {
    const data = sampleData();
    data.symbols.interfaces.fork = [];
    assert.match(checkSortedKeys(data).join('\n'), /symbols.json: fork stands after toyrun/);
  });

  it('finds statements out of order', () => {
    const data = sampleData();
    const file = data.curated.get('toy');
    if (file) file.statements['function/abort'] = [statement({ behaviour: 'supported' })];
    assert.match(checkSortedKeys(data).join('\n'), /targets\/toy.json: function\/abort/);
  });

  it('finds replacements out of order', () => {
    const data = sampleData();
    const { replacements } = data.replacements;
    replacements['function/abort'] = replacements['function/fork'];
    assert.match(checkSortedKeys(data).join('\n'), /replacements.json: function\/abort stands after/);
  });

  it('finds targets of a facility out of order', () => {
    const data = sampleData();
    const { toy, other } = data.debugging.facilities['command/strace'];
    data.debugging.facilities['command/strace'] = { toy, other };
    assert.match(checkSortedKeys(data).join('\n'), /command\/strace: other stands after toy/);
  });
});
