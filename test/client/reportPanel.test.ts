import assert from 'node:assert/strict';
import { parseFromPage, reportMessages } from '#client/report/panelMessages.js';
import { folderOfRoot, isInside } from '#client/report/place.js';
import { newNonce, reportHtml } from '#client/report/reportHtml.js';
import { gapDocumentWith, reportDocumentOf } from '../support/reportDocument.js';

describe('client: the report panel', () => {
  it('sends a long report in pieces that make it up again', () => {
    const document = reportDocumentOf(Array.from({ length: 4500 }, (_, line) => gapDocumentWith({ line })));
    const messages = [...reportMessages(document)];
    assert.deepEqual(
      messages.map(({ type }) => type),
      ['report', 'gaps', 'gaps', 'gaps', 'done'],
    );
    const gaps = messages.flatMap((message) => (message.type === 'gaps' ? message.gaps : []));
    assert.deepEqual(gaps, document.gaps);
    assert.ok(messages[0].type === 'report' && messages[0].document.gaps.length === 0);
  });

  it('takes only what the page may say', () => {
    const open = { type: 'open', root: 0, path: 'a.c', line: 3, column: 1 };
    assert.deepEqual(parseFromPage(open), open);
    assert.deepEqual(parseFromPage({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(parseFromPage({ type: 'export', format: 'html' }), { type: 'export', format: 'html' });
    const wrong = [
      undefined,
      null,
      'ready',
      { type: 'run', command: 'x' },
      { ...open, line: -1 },
      { ...open, line: '3' },
      { ...open, path: 7 },
      { type: 'explain' },
      { type: 'export', format: 'exe' },
    ];
    for (const message of wrong) assert.equal(parseFromPage(message), undefined, JSON.stringify(message));
  });

  it('opens nothing outside the folder', () => {
    assert.ok(isInside('src/a..b.c'));
    for (const path of ['', '/etc/passwd', '../a.c', 'src/../../a.c', 'src\\..\\a.c']) {
      assert.ok(!isInside(path), path);
    }
  });

  it('finds the folder of a place by its URI, also after folders were moved, whatever their names are', () => {
    const [one, two] = ['file:///one/src', 'vscode-vfs://github/two/src'].map((uri) => ({
      uri: { toString: () => uri },
      name: 'src',
    }));
    const report = { rootUris: ['file:///one/src/', 'vscode-vfs://github/two/src/'] };
    assert.equal(folderOfRoot(report, 1, [one, two]), two);
    assert.equal(folderOfRoot(report, 1, [two, one]), two);
    assert.equal(folderOfRoot(report, 1, [one]), undefined);
    assert.equal(folderOfRoot({}, 0, [one]), undefined);
  });

  it('lets only its own script run', () => {
    const nonce = newNonce();
    assert.match(nonce, /^[0-9a-f]{32}$/);
    assert.notEqual(newNonce(), nonce);
    const html = reportHtml({
      cspSource: 'https://source',
      scriptUri: 'https://source/report.js?a=1&b="><script>',
      styleUri: 'https://source/report.css',
      nonce,
      language: 'en',
      title: '<b>',
    });
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.ok(policy.startsWith("default-src 'none';"));
    assert.ok(policy.includes(`script-src 'nonce-${nonce}'`));
    assert.ok(!policy.includes('unsafe'));
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(!html.includes('<b>'));
  });
});
