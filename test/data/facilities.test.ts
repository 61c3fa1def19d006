import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkFacilities } from '#tools/lint/checkFacilities.js';
import { sampleData } from './sampleData.js';

describe('facilities', () => {
  it('are sound', async () => {
    assert.deepEqual(checkFacilities(await readData()), []);
  });

  it('of the sample are sound', () => {
    assert.deepEqual(checkFacilities(sampleData()), []);
  });

  it('group features that are listed', () => {
    const data = sampleData();
    data.facilities.facilities.tracing.features.push('command/truss');
    assert.match(checkFacilities(data).join('\n'), /tracing: command\/truss is not in features.json/);
  });

  it('have each feature once', () => {
    const data = sampleData();
    data.facilities.facilities.again = { title: 'A', question: 'A?', features: ['command/strace'] };
    assert.match(checkFacilities(data).join('\n'), /again: command\/strace is in tracing already/);
  });

  it('know what their first feature has on every target', () => {
    const data = sampleData();
    data.facilities.facilities.tracing.features.unshift('function/fork');
    assert.match(checkFacilities(data).join('\n'), /does not say what toy has for function\/fork/);
  });

  it('take in all that somebody looked for', () => {
    const data = sampleData();
    data.facilities.facilities = {};
    assert.match(checkFacilities(data).join('\n'), /command\/strace serves no facility/);
  });
});
