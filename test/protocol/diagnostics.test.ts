import assert from 'node:assert/strict';
import { type Answer, LanguageServer, PULL_CLIENT } from './languageServer.js';
import { FORK, FORK_RANGE, LOOSE, PLAIN, whileInWorkspace } from './samples.js';

const ERROR = 1;

describe('protocol: diagnostics that are pushed', () => {
  it('have the range of the name, the feature as code, and the targets in the message', () =>
    LanguageServer.with({ options: { pageScheme: 'unigap' } }, async (server) => {
      server.open(LOOSE, FORK);
      const [gap, ...others] = await server.pushed(LOOSE);
      assert.deepEqual(others, []);
      assert.deepEqual(gap.range, FORK_RANGE);
      assert.equal(gap.source, 'unigap');
      assert.equal(gap.code, 'function/fork');
      assert.equal(gap.severity, ERROR);
      assert.match(gap.message, /^fork\(\) — .*OSv: fails: returns -1.*Rumprun: fails: returns 86/);
      assert.match(gap.codeDescription.href, /^unigap:.*fork/);
      assert.equal(gap.data.feature, 'function/fork');
    }));

  it('follow each edit', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      await server.pushed(LOOSE, ({ length }) => length === 1);
      server.forget();
      server.notify('textDocument/didChange', {
        textDocument: { uri: LOOSE, version: 2 },
        contentChanges: [{ range: FORK_RANGE, text: 'getpid' }],
      });
      await server.pushed(LOOSE, (gaps) => gaps.every(({ code }) => code !== 'function/fork'));
      server.forget();
      server.notify('textDocument/didChange', {
        textDocument: { uri: LOOSE, version: 3 },
        contentChanges: [{ text: FORK }],
      });
      await server.pushed(LOOSE, ({ length }) => length === 1);
    }));

  it('go when the file is closed', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      await server.pushed(LOOSE, ({ length }) => length === 1);
      server.close(LOOSE);
      await server.pushed(LOOSE, ({ length }) => length === 0);
    }));

  it('follow a macro that another open file defines', () =>
    whileInWorkspace({ 'start.h': '#define START fork\n', 'main.c': PLAIN }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const main = uriOf('main.c');
        server.open(main, '#include "start.h"\nint f(void) { return START(); }\n');
        const [gap] = await server.pushed(main, ({ length }) => length === 1);
        assert.equal(gap.code, 'function/fork');
        assert.equal(gap.relatedInformation[0].location.uri, uriOf('start.h'));
        server.open(uriOf('start.h'), '#define START getpid\n');
        await server.pushed(main, (gaps) => gaps.every(({ code }) => code !== 'function/fork'));
      }),
    ));
});

describe('protocol: a file that is opened before the client told its settings', () => {
  it('belongs to its folder all the same', () =>
    whileInWorkspace({ 'src/start.h': '#define START fork\n', 'src/main.c': PLAIN }, (folder, uriOf) => {
      const workspace = { configuration: true, workspaceFolders: true };
      return LanguageServer.with({ folders: [folder], capabilities: { workspace } }, async (server) => {
        const slowly = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 300, [{}]));
        server.answersTo.set('workspace/configuration', slowly);
        server.open(uriOf('src/main.c'), '#include "start.h"\nint f(void) { return START(); }\n');
        await server.pushed(uriOf('src/main.c'), ({ length }) => length === 1);
        assert.equal((await server.request('unigap/scan', {})).filesScanned, 2);
      });
    }));
});

describe('protocol: documents that were never saved', () => {
  it('are in the language that the editor says', () =>
    LanguageServer.with({ capabilities: PULL_CLIENT }, async (server) => {
      const method = 'struct S { int fork(); int start() { return this->fork(); } };\n';
      for (const uri of ['untitled:Untitled-1', 'untitled:a.c', 'untitled:a%20b', 'untitled:/x/y']) {
        server.open(uri, FORK);
        assert.deepEqual((await pull(server, uri)).items[0]?.range, FORK_RANGE, uri);
        const position = FORK_RANGE.start;
        const hover = await server.request('textDocument/hover', { textDocument: { uri }, position });
        assert.match(JSON.stringify(hover), /fork/);
      }
      server.close('untitled:Untitled-1');
      server.open('untitled:Untitled-1', `${method}int f() { return fork(); }\n`, 'cpp');
      const { items } = await pull(server, 'untitled:Untitled-1');
      assert.deepEqual(
        items.map(({ range }: Answer) => range.start.line),
        [1],
      );
      server.open('untitled:notes', FORK, 'plaintext');
      assert.deepEqual((await pull(server, 'untitled:notes')).items, []);
    }));

  it('are known from one edit to the next', () =>
    LanguageServer.with({}, async (server) => {
      server.open('untitled:Untitled-1', FORK);
      await server.pushed('untitled:Untitled-1', ({ length }) => length === 1);
      const status = await server.request('unigap/scan', {});
      assert.equal(status.filesScanned, 1);
      server.forget();
      server.notify('textDocument/didChange', {
        textDocument: { uri: 'untitled:Untitled-1', version: 2 },
        contentChanges: [{ text: PLAIN }],
      });
      await server.pushed('untitled:Untitled-1', ({ length }) => length === 0);
      assert.equal((await server.request('unigap/scan', {})).filesScanned, 1);
    }));
});

describe('protocol: diagnostics that are asked for', () => {
  it('come once: unchanged content is answered so', () =>
    LanguageServer.with({ capabilities: PULL_CLIENT }, async (server) => {
      server.open(LOOSE, FORK);
      const first = await pull(server, LOOSE);
      assert.equal(first.kind, 'full');
      assert.equal(first.items.length, 1);
      const second = await pull(server, LOOSE, first.resultId);
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
      server.notify('textDocument/didChange', {
        textDocument: { uri: LOOSE, version: 2 },
        contentChanges: [{ text: PLAIN }],
      });
      const third = await pull(server, LOOSE, first.resultId);
      assert.deepEqual([third.kind, third.items], ['full', []]);
      assert.equal(await pushes(server), 0);
    }));

  it('of the whole workspace come in parts, once it was scanned', () => {
    const names = Array.from({ length: 450 }, (_, i) => `f${i}.c`);
    return whileInWorkspace(Object.fromEntries(names.map((name) => [name, FORK])), (folder, uriOf) =>
      LanguageServer.with({ folders: [folder], capabilities: PULL_CLIENT }, async (server) => {
        await server.request('unigap/scan', {});
        const last = await server.request('workspace/diagnostic', {
          previousResultIds: [],
          partialResultToken: 'parts',
        });
        const parts = server.received
          .filter(({ method, params }) => method === '$/progress' && (params as Answer).token === 'parts')
          .flatMap(({ params }) => (params as Answer).value.items);
        assert.ok(parts.length > 0, 'nothing came before the end');
        const uris = [...parts, ...last.items].map(({ uri }) => uri);
        assert.deepEqual(new Set(uris), new Set(names.map(uriOf)));
        assert.equal(uris.length, names.length);
      }),
    );
  });

  it('of the whole workspace are told once of a file, however its URI is escaped', () =>
    whileInWorkspace({ "it's(1)!.c": FORK, 'b.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder], capabilities: PULL_CLIENT }, async (server) => {
        // What `pathToFileURL` leaves alone, an editor may escape.
        const name = uriOf("it's(1)!.c").replace(/.*\//, '');
        const escaped = uriOf('it%27s%281%29%21.c').replaceAll('%25', '%');
        await server.request('unigap/scan', {});
        const first = await server.request('workspace/diagnostic', { previousResultIds: [] });
        const items: Answer[] = first.items;
        assert.deepEqual(items.map(({ uri }) => uri).sort(), [uriOf('b.c'), escaped]);
        const known = items.map(({ uri, resultId }) => ({
          uri: uri === escaped ? `${folder}/${name}` : uri,
          value: resultId,
        }));
        server.open(escaped, FORK);
        await pull(server, escaped);
        const { items: again } = await server.request('workspace/diagnostic', { previousResultIds: known });
        assert.deepEqual(again.map(({ uri, version, kind }: Answer) => [uri, version, kind]).sort(), [
          [uriOf('b.c'), null, 'unchanged'],
          [escaped, 1, 'unchanged'],
        ]);
      }),
    ));
});

function pull(server: LanguageServer, uri: string, previousResultId?: string): Promise<Answer> {
  return server.request('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId !== undefined ? { previousResultId } : {}),
  });
}

/** Number of diagnostics that were pushed to a client that asks for them itself. */
async function pushes(server: LanguageServer): Promise<number> {
  return server.received.filter(({ method }) => method === 'textDocument/publishDiagnostics').length;
}
