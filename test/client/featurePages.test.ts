import assert from 'node:assert/strict';
import { featurePicks } from '#client/commands/featurePicks.js';
import { featureOfPath, pagePath } from '#client/pages/featureUri.js';
import { shippedKnowledge } from '../support/knowledge.js';

describe('client: feature pages', () => {
  it('have an address that tells the feature', () => {
    assert.equal(pagePath('function/fork'), '/function/fork.md');
    for (const id of shippedKnowledge().features.keys()) assert.equal(featureOfPath(pagePath(id)), id);
  });

  it('are no other documents', () => {
    assert.equal(featureOfPath('/function/fork'), undefined);
    assert.equal(featureOfPath('function/fork.md'), undefined);
  });

  it('are offered with the word at the cursor first', () => {
    const features = ['execve', 'fork', 'kill'].map((name) => ({
      id: `function/${name}`,
      name: `${name}()`,
      kind: 'function',
      family: 'Processes',
    }));
    const labels = (word?: string): string[] => featurePicks(features, word).map(({ label }) => label);
    assert.deepEqual(labels('kill'), ['kill()', 'execve()', 'fork()']);
    assert.deepEqual(labels('main'), ['execve()', 'fork()', 'kill()']);
    assert.deepEqual(labels(), ['execve()', 'fork()', 'kill()']);
    assert.deepEqual(featurePicks(features, undefined)[1], {
      label: 'fork()',
      description: 'function',
      detail: 'Processes',
      feature: 'function/fork',
    });
  });
});
