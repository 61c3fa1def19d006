import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';

describe('cli: markdown and html', () => {
  it('tell the same verdict as the text', () => {
    const outputs = ['text', 'markdown', 'html'].map((format) => {
      const { out, err, status } = runUnigap(['scan', '--format', format, 'sample/relayd'], {
        cwd: PROJECT_ROOT,
      });
      assert.deepEqual([err, status], ['', 1]);
      return out;
    });
    const [, figure] = /(of \d+ platform features used, .*are missing)\n/.exec(outputs[0]) ?? [];
    assert.ok(figure);
    for (const out of outputs) assert.ok(out.includes(figure));
  });

  it('html holds the whole document and the page', () => {
    const { out } = runUnigap(['scan', '--format', 'html', 'sample/relayd'], { cwd: PROJECT_ROOT });
    const document = documentIn(out);
    assert.deepEqual(document.roots, ['sample/relayd']);
    assert.ok(document.gaps.length > 50);
    const nonces = new Set([...out.matchAll(/nonce="(\w+)"/g)].map(([, nonce]) => nonce));
    assert.equal(nonces.size, 1);
    assert.notEqual(out, runUnigap(['scan', '--format', 'html', 'sample/relayd'], { cwd: PROJECT_ROOT }).out);
  });

  it('paths of several folders are told with their folders', () => {
    inFolder({ 'one/a.c': FORK, 'two/sub/a.c': FORK, 'b.c': FORK }, (folder) => {
      const scan = (format: string): string =>
        runUnigap(['scan', '--format', format, join(folder, 'one'), 'two', 'b.c'], { cwd: folder }).out;
      const { roots, gaps } = documentIn(scan('html'));
      assert.deepEqual(roots, ['one', 'two', '.']);
      assert.deepEqual(
        gaps.map(({ root, path }) => [root, path]),
        [
          [2, 'b.c'],
          [0, 'a.c'],
          [1, 'sub/a.c'],
        ],
      );
      assert.match(scan('markdown'), /`\.\/b\.c:1:22` `one\/a\.c:1:22` `two\/sub\/a\.c:1:22`/);
    });
  });

  it('say what .gitignore leaves out', () => {
    inFolder({ 'a.c': FORK, 'b.c': FORK, '.gitignore': 'b.c\n' }, (folder) => {
      assert.match(
        runUnigap(['scan', '--format', 'markdown', folder]).out,
        /; 1 file left out by \.gitignore\./,
      );
    });
  });

  it('say which suppressions no gap needs', () => {
    inFolder({ 'a.c': `${FORK}// unigap-ignore-file function/setsid\n` }, (folder) => {
      const scan = (format: string): string =>
        runUnigap(['scan', '--format', format, '.'], { cwd: folder }).out;
      assert.match(
        scan('markdown'),
        /^## Unused suppressions \(1\)\n\n- `a\.c:2:4`: This comment does not suppress function\/setsid any more/m,
      );
      assert.match(
        scan('github'),
        /^unused suppression: a\.c:2:4: This comment does not suppress function\/setsid/m,
      );
    });
  });

  it('a hostile file name stays text', () => {
    inFolder({ '<img src=x onerror=x>`@a.c': FORK }, (folder) => {
      const { out } = runUnigap(['scan', '--format', 'html', '.'], { cwd: folder });
      assert.ok(!out.includes('<img'));
      const markdown = runUnigap(['scan', '--format', 'markdown', '.'], { cwd: folder }).out;
      assert.match(markdown, /^ {2}`` <img src=x onerror=x>`@a\.c:1:22 ``$/m);
    });
  });
});

interface Document {
  readonly roots: readonly string[];
  readonly gaps: readonly { readonly root: number; readonly path: string }[];
}

function documentIn(html: string): Document {
  const [, json] = /<script type="application\/json" id="unigap-report">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}
