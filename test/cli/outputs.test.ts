import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';

describe('cli: --output', () => {
  it('writes reports beside the one that is printed', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const files = ['text', 'json', 'markdown', 'html', 'sarif', 'github'];
      // What is written is no part of what is scanned.
      const outputs = files.flatMap((format) => ['--output', `${format}=out.${format}.txt`]);
      const { out, err, status } = runUnigap(['scan', ...outputs], { cwd: folder });
      assert.deepEqual([status, err], [1, '']);
      for (const format of files) {
        const text = readFileSync(join(folder, `out.${format}.txt`), 'utf8');
        const alone = runUnigap(['scan', '--format', format], { cwd: folder }).out;
        // The page has a number in it that nobody can foresee.
        const comparable = (page: string): string => page.replace(/[0-9a-f]{32}/g, 'NONCE');
        assert.equal(comparable(text), comparable(alone));
        if (format === 'text') assert.equal(text, out);
      }
    });
  });

  it('takes --uses for JSON in a file', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const { err } = runUnigap(['scan', '--uses', '--output', 'json=j'], { cwd: folder });
      assert.equal(err, '');
      assert.equal(JSON.parse(readFileSync(join(folder, 'j'), 'utf8')).uses.length, 1);
    });
  });

  const wrong: readonly (readonly [args: readonly string[], problem: RegExp])[] = [
    [['xml=f'], /There is no format "xml"\. Formats: text, json, markdown, html, sarif, github, runbook\./],
    [['json'], /--output json names no file: write --output json=FILE\./],
    [['json='], /--output json= names no file/],
    [['json=no/f'], /no\/f cannot be written: there is no folder no\./],
    [['json=.'], /\. is a folder\./],
    [['json=f', 'sarif=./f'], /\.\/f is to be written twice\./],
  ];
  for (const [outputs, problem] of wrong) {
    it(`is refused before the scan: ${outputs.join(' ')}`, () => {
      inFolder({ 'a.c': FORK }, (folder) => {
        const args = outputs.flatMap((output) => ['--output', output]);
        const { status, out, err } = runUnigap(['scan', ...args], { cwd: folder });
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, problem);
        assert.ok(!existsSync(join(folder, 'f')));
      });
    });
  }

  it('tells a disk that is full', function () {
    if (!existsSync('/dev/full')) this.skip();
    inFolder({ 'a.c': FORK }, (folder) => {
      const { status, err } = runUnigap(['scan', '--output', 'json=/dev/full'], { cwd: folder });
      assert.deepEqual([status, err], [2, 'unigap: /dev/full cannot be written (ENOSPC).\n']);
    });
  });
});
