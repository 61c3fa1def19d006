import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { runUnigap } from '../support/runUnigap.js';

describe('cli: the README', () => {
  it('shows what the program prints of the sample, in that order', () => {
    const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
    const section = readme.split(/^## /m).find((text) => text.startsWith('What it prints')) ?? '';
    const blocks = section.split('```').filter((_, i) => i % 2 === 1);
    const shown = blocks.flatMap((block) => block.trim().split('\n'));
    assert.ok(blocks.length > 1 && shown.length > 20);
    const { out } = runUnigap(['scan', 'sample/relayd'], { cwd: PROJECT_ROOT });
    const printed = out.split('\n');
    let from = 0;
    for (const line of shown) {
      if (line === '...') continue;
      const at = printed.indexOf(line, from);
      assert.ok(at >= 0, `the program does not print, or not there: ${line}`);
      from = at + 1;
    }
  });
});
