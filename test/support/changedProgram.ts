/**
 * A program that has changed since its baseline was made.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, runUnigap } from './runUnigap.js';
import { inFolder } from './temporaryFolder.js';

/** Hands the test a scan of `after` that is compared with the baseline of `before`, texts of one file. */
export function whileChanged(
  before: string,
  after: string,
  test: (scan: (...args: string[]) => Outcome) => void,
): void {
  inFolder({ 'a.c': before }, (folder) => {
    const made = runUnigap(['scan', '--baseline', 'b.json', '--update-baseline'], { cwd: folder });
    assert.equal(made.status, 0);
    writeFileSync(join(folder, 'a.c'), after);
    test((...args) => runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder }));
  });
}
