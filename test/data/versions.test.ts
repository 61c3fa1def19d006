import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkVersions } from '#tools/lint/checkVersions.js';
import { sampleData, statement, withFork } from './sampleData.js';

describe('data: versions and options', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkVersions(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkVersions(sampleData()), []);
  });

  it('finds an unknown version', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), since: '3' });
    assert.match(checkVersions(data).join('\n'), /there is no version "3"/);
  });

  it('finds an unknown option', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), option: 'fast' });
    assert.match(checkVersions(data).join('\n'), /there is no option "fast"/);
  });

  it('finds an empty range', () => {
    const data = withFork({ ...statement({ behaviour: 'supported' }), since: '2', until: '1' });
    assert.match(checkVersions(data).join('\n'), /no version is both since 2 and before 1/);
  });

  it('finds what is said twice', () => {
    const twice = statement({ behaviour: 'supported' });
    const data = withFork(twice, twice);
    assert.match(checkVersions(data).join('\n'), /said twice/);
  });
});
