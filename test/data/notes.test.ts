import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkNotes } from '#tools/lint/checkNotes.js';
import { sampleData, statement, withCase, withFork } from './sampleData.js';

describe('data: notes of statements', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkNotes(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkNotes(sampleData()), []);
  });

  it('finds a statement without a note', () => {
    const { note: _note, ...bare } = statement({ behaviour: 'partial' });
    const data = withFork(bare);
    assert.match(checkNotes(data).join('\n'), /no note/);
  });

  it('finds a case without a note', () => {
    const data = withCase({ when: { arg: 0, is: '0' }, behaviour: 'no-op' });
    assert.match(checkNotes(data).join('\n'), /case 1 has no note/);
  });

  it('finds a note that is no sentence', () => {
    const data = withCase({ behaviour: 'no-op', note: 'does nothing' });
    assert.match(checkNotes(data).join('\n'), /does not end a sentence/);
  });
});
