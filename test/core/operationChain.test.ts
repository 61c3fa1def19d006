import assert from 'node:assert/strict';
import { operationChain } from '#core/operations/operationChain.js';
import { operationsUses } from '#core/operations/operationsUses.js';
import { catalogueOf } from '#core/uses/knownNames.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { readOperationsText } from '../support/readOperationsText.js';

const POD = `containers:
- name: a
  livenessProbe:
    exec:
      command: ["/usr/local/bin/check.sh", "-q"]
`;

/** The chain from the first practice of the first file, a line a place. */
async function chainOf(files: Record<string, string>, programs: string[]): Promise<string[]> {
  const facts = await Promise.all(
    Object.entries(files).map(([path, text]) => readOperationsText(path, text)),
  );
  const [use] = operationsUses(facts[0], catalogueOf(shippedKnowledge()));
  return operationChain(use, facts, programs).map(
    ({ path, line, message }) => `${path}:${line + 1} ${message}`,
  );
}

describe('core: what a place of an operations file runs', () => {
  it('leads from a probe over a script to the source of a program', async () => {
    const files = {
      'deploy/pod.yaml': POD,
      'deploy/check.sh': '#!/bin/sh\n# /usr/bin/other is a comment\nexec /usr/sbin/relayd --check\n',
    };
    assert.deepEqual(await chainOf(files, ['src/other.c', 'src/relayd.c']), [
      'deploy/check.sh:1 runs check.sh',
      'deploy/check.sh:3 which starts relayd',
      'src/relayd.c:1 relayd begins here',
    ]);
  });

  it('leads to a program at once', async () => {
    const files = { 'relayd.service': '[Service]\nType=forking\nExecStart=/usr/sbin/relayd\n' };
    assert.deepEqual(await chainOf(files, ['relayd/main.c']), ['relayd/main.c:1 relayd begins here']);
  });

  it('takes the nearest of several scripts of a name', async () => {
    const files = { 'deploy/pod.yaml': POD, 'a/check.sh': 'true\n', 'deploy/bin/check.sh': 'true\n' };
    assert.deepEqual(await chainOf(files, []), ['deploy/bin/check.sh:1 runs check.sh']);
  });

  it('ends where scripts call each other', async () => {
    const files = { 'pod.yaml': POD, 'check.sh': './again.sh\n', 'again.sh': './check.sh\n' };
    assert.deepEqual((await chainOf(files, [])).length <= 5, true);
  });

  it('says nothing of what is not there', async () => {
    assert.deepEqual(await chainOf({ 'pod.yaml': POD }, ['src/relayd.c']), []);
  });
});
