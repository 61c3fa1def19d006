import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkPortingNotes } from '#tools/lint/checkPortingNotes.js';
import { sampleData } from './sampleData.js';

describe('data: porting notes', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkPortingNotes(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkPortingNotes(sampleData()), []);
  });

  it('finds a slug that leads nowhere', () => {
    const data = sampleData();
    data.features.features['function/setuid'].note = 'privileges';
    assert.match(checkPortingNotes(data).join('\n'), /function\/setuid: there is no note "privileges"/);
  });

  it('finds a note that no feature names', () => {
    const data = sampleData();
    delete data.features.features['function/fork'].note;
    assert.match(checkPortingNotes(data).join('\n'), /processes.md: no feature names it/);
  });

  it('finds a missing heading', () => {
    const sound = sampleData();
    const notes = new Map([['processes', '# Processes\n\n## Effort\nLarge.\n']]);
    const data = { ...sound, notes };
    assert.match(checkPortingNotes(data).join('\n'), /processes.md: headings are Effort/);
  });
});
