import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { type Answer, LanguageServer } from './languageServer.js';
import { FORK, FORK_RANGE, LOOSE, whileInWorkspace } from './samples.js';

describe('protocol: bad input', () => {
  const edits: readonly (readonly [what: string, range: object])[] = [
    ['behind the end', { start: { line: 900, character: 0 }, end: { line: 901, character: 7 } }],
    ['behind the end of a line', { start: { line: 0, character: 900 }, end: { line: 0, character: 999 } }],
    ['backwards', { start: { line: 3, character: 4 }, end: { line: 1, character: 0 } }],
    ['negative', { start: { line: -1, character: -5 }, end: { line: 0, character: -1 } }],
    ['not whole', { start: { line: 0.5, character: 1e300 }, end: { line: 2 ** 40, character: 3 } }],
  ];
  for (const [what, range] of edits) {
    it(`an edit ${what}: the server lives, and the next whole text counts`, () =>
      LanguageServer.with({}, async (server) => {
        server.open(LOOSE, FORK);
        change(server, 2, { range, text: 'x' });
        change(server, 3, { text: FORK });
        await server.pushed(LOOSE, ([gap]) => gap?.range.start.line === FORK_RANGE.start.line);
        await answersHover(server);
      }));
  }

  it('changes and questions about files that are not open', () =>
    LanguageServer.with({}, async (server) => {
      change(server, 2, { text: FORK });
      server.close(LOOSE);
      for (const method of ['textDocument/hover', 'textDocument/codeLens', 'textDocument/codeAction']) {
        await server.ask(method, {
          textDocument: { uri: LOOSE },
          position: FORK_RANGE.start,
          range: FORK_RANGE,
          context: { diagnostics: [] },
        }).answer;
      }
      server.open(LOOSE, FORK);
      await answersHover(server);
    }));

  it('positions out of range and parameters of a wrong type', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      const positions = [{ line: 10 ** 9, character: 10 ** 9 }, { line: -3, character: -3 }, null, 'x', []];
      for (const position of positions)
        await server.ask('textDocument/hover', { textDocument: { uri: LOOSE }, position }).answer;
      for (const params of [undefined, null, 7, 'x', [], {}]) {
        for (const method of [
          'unigap/featurePage',
          'unigap/export',
          'textDocument/codeAction',
          'codeAction/resolve',
        ])
          await server.ask(method, params).answer;
      }
      server.notify('workspace/didChangeConfiguration', null);
      server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'no uri', type: 99 }] });
      await answersHover(server);
    }));

  it('uris that are none, and schemes that nobody knows', () =>
    LanguageServer.with({}, async (server) => {
      for (const uri of [
        'untitled:Untitled-1',
        'git:/a.c?ref=x',
        'x',
        '',
        'file:///%E0%A4%A',
        'vscode-vfs://h/%00.c',
      ]) {
        server.open(uri, FORK);
        server.close(uri);
      }
      server.open(LOOSE, FORK);
      await answersHover(server);
    }));

  it('a file that is closed before the answer', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      const { answer } = server.ask('textDocument/hover', {
        textDocument: { uri: LOOSE },
        position: FORK_RANGE.start,
      });
      server.close(LOOSE);
      await answer;
      server.open(LOOSE, FORK);
      await answersHover(server);
    }));

  it('everything is cancelled', () =>
    whileInWorkspace({ 'a.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const uri = uriOf('a.c');
        server.open(uri, FORK);
        const asked = Array.from({ length: 200 }, (_, i) => {
          const method = ['unigap/report', 'textDocument/hover', 'unigap/scan', 'textDocument/codeLens'][
            i % 4
          ];
          const one = server.ask(method, { textDocument: { uri }, position: FORK_RANGE.start });
          server.notify('$/cancelRequest', { id: one.id });
          return one.answer;
        });
        server.notify('$/cancelRequest', { id: 'never asked' });
        await Promise.all(asked);
        assert.equal((await server.request('unigap/report', {})).gaps.length, 1);
      }),
    ));

  it('1,000 open files', () =>
    LanguageServer.with({}, async (server) => {
      const uris = Array.from({ length: 1000 }, (_, i) => `file:///many/f${i}.c`);
      for (const uri of uris) server.open(uri, FORK);
      for (const uri of uris) await server.pushed(uri, ({ length }) => length === 1);
      for (const uri of uris) server.close(uri);
      for (const uri of uris) await server.pushed(uri, ({ length }) => length === 0);
    })).timeout(60_000);

  it('a folder that does not exist, and one that is removed while it is scanned', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`d${i}/f.c`, FORK.repeat(50)]));
    return whileInWorkspace(files, (folder) =>
      LanguageServer.with({ folders: ['file:///nowhere/at/all', folder] }, async (server) => {
        const { answer } = server.ask('unigap/report', {});
        rmSync(fileURLToPath(folder), { recursive: true, force: true });
        await answer;
        server.notify('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [{ uri: folder, name: 'x' }] },
        });
        server.open(LOOSE, FORK);
        await answersHover(server);
      }),
    );
  });

  it('grammars that are not there: said once, and the rest works', () =>
    whileInWorkspace({}, async (_, uriOf) => {
      const dist = fileURLToPath(uriOf('dist'));
      mkdirSync(join(dist, 'wasm'), { recursive: true });
      copyFileSync(join(PROJECT_ROOT, 'dist', 'knowledge.json'), join(dist, 'knowledge.json'));
      writeFileSync(join(dist, 'wasm', 'tree-sitter-c.wasm'), 'no wasm');
      await LanguageServer.with({ options: { distUri: `${uriOf('dist')}/` } }, async (server) => {
        for (const uri of [LOOSE, 'file:///other.c']) server.open(uri, DOUBTFUL);
        await server.notification('window/showMessage');
        await server.pushed(LOOSE, (gaps) => gaps.some(({ code }) => code === 'function/fork'));
        await server.pushed('file:///other.c', (gaps) => gaps.length > 0);
        const messages = server.received.filter(({ method }) => method === 'window/showMessage');
        assert.equal(messages.length, 1);
      });
    }));
});

describe('protocol: settings that are wrong', () => {
  it('a malformed unigap.json: told in that file, and the defaults stay', () =>
    whileInWorkspace({ 'unigap.json': '{ "targets": ["osv"', 'a.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const problems = await server.pushed(uriOf('unigap.json'), ({ length }) => length > 0);
        assert.equal(problems[0].source, 'unigap');
        server.open(uriOf('a.c'), FORK);
        const [gap] = await server.pushed(uriOf('a.c'), ({ length }) => length === 1);
        assert.match(gap.message, /OSv/);
      }),
    ));

  const wrong: readonly (readonly [what: string, text: string])[] = [
    ['a target that does not exist', '{ "targets": ["osw"] }'],
    ['a key that does not exist', '{ "target": ["osv"] }'],
    ['a list that is none', '{ "targets": 7 }'],
    ['no object', '[1, 2]'],
    [
      'a severity that does not exist',
      '{ "severities": [{ "feature": "function/fork", "severity": "loud" }] }',
    ],
    ['a name that every object has', '{ "__proto__": { "targets": ["osv"] }, "constructor": 1 }'],
  ];
  for (const [what, text] of wrong) {
    it(`${what}: told at its place, and files are diagnosed`, () =>
      whileInWorkspace({ 'unigap.json': text, 'a.c': FORK }, (folder, uriOf) =>
        LanguageServer.with({ folders: [folder] }, async (server) => {
          await server.pushed(uriOf('unigap.json'), ({ length }) => length > 0);
          server.open(uriOf('a.c'), FORK);
          await server.pushed(uriOf('a.c'), ({ length }) => length === 1);
        }),
      ));
  }

  it('a unigap.json that is corrected while it is open counts at once', () =>
    whileInWorkspace({ 'unigap.json': '{', 'a.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        server.open(uriOf('a.c'), FORK);
        server.open(uriOf('unigap.json'), '{', 'json');
        await server.pushed(uriOf('unigap.json'), ({ length }) => length > 0);
        await server.pushed(uriOf('a.c'), ([gap]) => /Rumprun/.test(gap?.message));
        server.notify('textDocument/didChange', {
          textDocument: { uri: uriOf('unigap.json'), version: 2 },
          contentChanges: [{ text: '{ "targets": ["osv"] }' }],
        });
        await server.pushed(uriOf('unigap.json'), ({ length }) => length === 0);
        await server.pushed(uriOf('a.c'), ([gap]) => gap !== undefined && !/Rumprun/.test(gap.message));
      }),
    ));

  it('unknown settings of the editor, and known ones of a wrong type', () =>
    LanguageServer.with(
      {
        options: {
          settings: { nothing: 1, targets: 'osv', diagnostics: 7, severities: [null, 'x', {}], exclude: {} },
        },
      },
      async (server) => {
        server.open(LOOSE, FORK);
        await server.pushed(LOOSE, ([gap]) => /Rumprun/.test(gap?.message));
      },
    ));
});

describe('protocol: hostile names and texts', () => {
  const NAME = 'a](command:evil) <img src=x onerror=alert(1)> `$(id)`.c';
  const SOURCE = `#define RUN(x) system("</script><script>alert(1)</script>[x](command:evil)" x)\nint f(void) { return RUN("\\u202e*/"); }\n${FORK}`;

  it('stay text in report, exports, hover and messages', () =>
    whileInWorkspace({ [NAME]: SOURCE }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const report = await server.request('unigap/report', {});
        assert.ok(report.gaps.every(({ path }: Answer) => path === NAME));
        const html: string = await server.request('unigap/export', { format: 'html' });
        assert.equal(html.match(/<script\b/gi)?.length, html.match(/<\/script>/gi)?.length);
        assert.doesNotMatch(html, /<img src=x|<script>alert/);
        const markdown: string = await server.request('unigap/export', { format: 'markdown' });
        // Between backticks everything is text.
        const outside = markdown.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
        assert.doesNotMatch(outside, /(?<!\\)\]\(command:|(?<!\\)<img|(?<!\\)<script/);
        const uri = uriOf(encodeURIComponent(NAME)).replaceAll('%25', '%');
        server.open(uri, SOURCE);
        const lines = SOURCE.split('\n');
        for (const [line, text] of lines.entries()) {
          const hover = await server.request('textDocument/hover', {
            textDocument: { uri },
            position: { line, character: Math.max(0, text.search(/RUN|fork/)) },
          });
          assert.doesNotMatch(hover?.contents.value ?? '', /(?<!\\)\]\(command:evil|(?<!\\)<script/);
        }
      }),
    ));
});

/** A place that tokens alone do not decide. */
const DOUBTFUL = `${FORK}int g(void)\n{\n\tTRY vfork(1);\n}\n`;

function change(server: LanguageServer, version: number, contentChange: object): void {
  server.notify('textDocument/didChange', {
    textDocument: { uri: LOOSE, version },
    contentChanges: [contentChange],
  });
}

/** Whether the server still does what it is there for. */
async function answersHover(server: LanguageServer): Promise<void> {
  const hover = await server.request('textDocument/hover', {
    textDocument: { uri: LOOSE },
    position: FORK_RANGE.start,
  });
  assert.match(hover.contents.value, /fork/);
}
