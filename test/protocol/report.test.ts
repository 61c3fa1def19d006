import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { type Answer, LanguageServer } from './languageServer.js';
import { FORK, PLAIN, whileInWorkspace } from './samples.js';

describe('protocol: report', () => {
  it('covers all files of the folders, open ones as they are in the editor', () =>
    whileInWorkspace({ 'a.c': FORK, 'sub/b.c': FORK, 'c.c': PLAIN }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        server.open(uriOf('a.c'), PLAIN);
        server.open(uriOf('c.c'), FORK);
        const report = await server.request('unigap/report', {});
        assert.equal(report.filesScanned, 3);
        assert.deepEqual(pathsOf(report), ['c.c', 'sub/b.c']);
        const targets: Answer[] = report.targets;
        assert.deepEqual(
          targets.map(({ target }) => target.replace(/@.*/, '')),
          ['osv', 'rumprun'],
        );
      }),
    ));

  it('says which folder each gap is in, and does not when it is handed on', () =>
    whileInWorkspace({ 'x/src/a.c': FORK, 'y/src/b.c': FORK }, (_, uriOf) =>
      LanguageServer.with({ folders: [uriOf('x/src'), uriOf('y/src')] }, async (server) => {
        const report = await server.request('unigap/report', {});
        const places = report.gaps.map(({ root, path }: Answer) => report.rootUris[root] + path);
        assert.deepEqual(places, [uriOf('x/src/a.c'), uriOf('y/src/b.c')]);
        const exported = await server.request('unigap/export', { format: 'json' });
        assert.ok(!exported.includes('file://'));
      }),
    ));

  it('tells its progress under the token of the client', () =>
    whileInWorkspace({ 'a.c': FORK }, (folder) =>
      LanguageServer.with(
        { folders: [folder], capabilities: { window: { workDoneProgress: true } } },
        async (server) => {
          await server.request('unigap/report', { workDoneToken: 'mine' });
          const kinds = server.received
            .filter(({ method, params }) => method === '$/progress' && (params as Answer).token === 'mine')
            .map(({ params }) => (params as Answer).value.kind);
          assert.equal(kinds[0], 'begin');
          assert.equal(kinds.at(-1), 'end');
        },
      ),
    ));

  it('is exported as Markdown, as one HTML file and as JSON', () =>
    whileInWorkspace({ 'a.c': FORK }, (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const [markdown, html, json]: string[] = await Promise.all(
          ['markdown', 'html', 'json'].map((format) => server.request('unigap/export', { format })),
        );
        assert.match(markdown, /^# /m);
        assert.match(markdown, /a\.c:4/);
        assert.match(html, /^<!doctype html>/i);
        assert.doesNotMatch(html, /<(?:script|link|img)[^>]*(?:src|href)=/);
        assert.equal(JSON.parse(json).gaps.length, 1);
      }),
    ));

  it('is another one after a change, and the client is told so', () =>
    whileInWorkspace({ 'a.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        assert.equal((await server.request('unigap/report', {})).gaps.length, 1);
        server.forget();
        server.open(uriOf('a.c'), PLAIN);
        await server.notification('unigap/reportChanged');
        assert.equal((await server.request('unigap/report', {})).gaps.length, 0);
      }),
    ));

  it('is made in slices: others are answered meanwhile, and a cancellation is heard', () => {
    const files = Array.from({ length: 450 }, (_, i) => [`f${i}.c`, FORK.repeat(40)]);
    return whileInWorkspace(Object.fromEntries(files), (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/scan', {});
        const isBegun = (mine: string): Promise<Answer> =>
          server.notification('$/progress', ({ token }) => token === mine);
        const order: string[] = [];
        const report = server.request('unigap/report', { workDoneToken: 'first' });
        const ended = report.then(() => order.push('report'));
        await isBegun('first');
        await server.request('unigap/featurePage', { feature: 'function/fork' });
        order.push('page');
        await ended;
        assert.deepEqual(order, ['page', 'report']);
        const { id, answer } = server.ask('unigap/report', { workDoneToken: 'second' });
        await isBegun('second');
        server.notify('$/cancelRequest', { id });
        assert.equal((await answer).error?.code, -32800);
      }),
    );
  });

  it('is not made of half a workspace: the reading can be cancelled, and begun again', () => {
    const files = Array.from({ length: 400 }, (_, i) => [`f${i}.c`, FORK.repeat(20)]);
    return whileInWorkspace(Object.fromEntries(files), (folder) =>
      LanguageServer.with(
        { folders: [folder], capabilities: { window: { workDoneProgress: true } } },
        async (server) => {
          const { answer } = server.ask('unigap/report', {});
          const { token, value } = await server.notification(
            '$/progress',
            (params) => params.value.kind === 'begin',
          );
          assert.equal(value.cancellable, true);
          server.notify('window/workDoneProgress/cancel', { token });
          assert.equal((await answer).error?.code, -32802);
          assert.equal((await server.request('unigap/report', {})).filesScanned, 400);
        },
      ),
    );
  });

  it('can be cancelled, and made again', () => {
    const files = Array.from({ length: 600 }, (_, i) => [`f${i}.c`, FORK.repeat(20)]);
    return whileInWorkspace(Object.fromEntries(files), (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const { id, answer } = server.ask('unigap/report', {});
        server.notify('$/cancelRequest', { id });
        const { error, result } = await answer;
        // An answer that was ready before the cancellation came is right too.
        if (!result) assert.equal(error?.code, -32800, error?.message);
        assert.equal((await server.request('unigap/report', {})).filesScanned, 600);
      }),
    );
  });
});

describe('protocol: features and targets', () => {
  it('have pages', () =>
    LanguageServer.with({}, async (server) => {
      const page = await server.request('unigap/featurePage', { feature: 'function/fork' });
      for (const part of [/fork/, /OSv/, /Rumprun/]) assert.match(page, part);
      const other = await server.request('unigap/featurePage', { feature: 'function/accept4' });
      assert.match(JSON.stringify(other), /## Replacements.*safe on Linux/);
      assert.equal(await server.request('unigap/featurePage', { feature: 'function/nothing' }), null);
    }));

  it('are listed', () =>
    LanguageServer.with({}, async (server) => {
      const features: Answer[] = await server.request('unigap/features');
      assert.ok(features.some(({ id }) => id === 'function/fork'));
      const targets: Answer[] = await server.request('unigap/targets');
      assert.ok(targets.some(({ target, isSelected }) => /^osv\b/.test(target) && isSelected));
      assert.ok(targets.some(({ target }) => target === 'osv@0.57'));
    }));
});

describe('protocol: scan and status', () => {
  it('tell while the folder is read how many files are', () => {
    const files = Array.from({ length: 200 }, (_, i) => [`f${i}.c`, PLAIN]);
    return whileInWorkspace(Object.fromEntries(files), (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.notification(
          'unigap/status',
          ({ state, filesScanned }) => state === 'scanning' && filesScanned > 0 && filesScanned < 200,
        );
      }),
    );
  });

  it('diagnose files that are not open, and count', () =>
    whileInWorkspace({ 'a.c': FORK, 'b.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const status = await server.request('unigap/scan', {});
        assert.deepEqual([status.errors, status.filesScanned], [2, 2]);
        await server.pushed(uriOf('b.c'), ({ length }) => length === 1);
        await server.notification('unigap/status', ({ state, errors }) => state === 'ready' && errors === 2);
      }),
    ));
});

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

describe('protocol: files that change outside of the editor', () => {
  it('stay out of the report if the folder leaves them out', () =>
    whileInWorkspace(
      { 'a.c': FORK, 'gen/b.c': FORK, 'out/c.c': FORK, '.gitignore': 'out\n', 'unigap.json': EXCLUDING },
      (folder, uriOf) =>
        LanguageServer.with({ folders: [folder] }, async (server) => {
          assert.deepEqual(pathsOf(await server.request('unigap/report', {})), ['a.c']);
          change(server, CHANGED, [uriOf('gen/b.c'), uriOf('out/c.c')]);
          assert.deepEqual(pathsOf(await server.request('unigap/report', {})), ['a.c']);
          server.open(uriOf('gen/b.c'), FORK);
          await server.pushed(uriOf('gen/b.c'), ({ length }) => length === 1);
          const open = await server.request('unigap/report', {});
          assert.deepEqual([pathsOf(open), open.filesScanned], [['a.c'], 1]);
          server.close(uriOf('gen/b.c'));
          assert.deepEqual(pathsOf(await server.request('unigap/report', {})), ['a.c']);
        }),
    ));

  it('are in it if they are new, whether or not the client told of them', () =>
    whileInWorkspace({ 'a.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/report', {});
        writeFileSync(new URL(uriOf('b.c')), FORK);
        server.open(uriOf('b.c'), FORK);
        writeFileSync(new URL(uriOf('c.c')), FORK);
        change(server, CREATED, [uriOf('c.c')]);
        await server.pushed(uriOf('b.c'), ({ length }) => length === 1);
        assert.deepEqual(pathsOf(await server.request('unigap/report', {})), ['a.c', 'b.c', 'c.c']);
      }),
    ));

  it('are gone with their folder', () =>
    whileInWorkspace(
      { 'a.c': FORK, 'sub/b.c': FORK, 'sub/deep/c.c': FORK, 'subway.c': FORK },
      (folder, uriOf) =>
        LanguageServer.with({ folders: [folder] }, async (server) => {
          await server.request('unigap/report', {});
          rmSync(new URL(uriOf('sub')), { recursive: true });
          change(server, DELETED, [uriOf('sub')]);
          assert.deepEqual(pathsOf(await server.request('unigap/report', {})), ['a.c', 'subway.c']);
        }),
    ));

  it('come and go with the rules of .gitignore', () =>
    whileInWorkspace({ 'a.c': FORK, 'b.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/report', {});
        writeFileSync(new URL(uriOf('.gitignore')), 'b.c\n');
        change(server, CREATED, [uriOf('.gitignore')]);
        assert.deepEqual(pathsOf(await server.request('unigap/report', {})), ['a.c']);
      }),
    ));

  it('are watched: sources, settings, .gitignore, and what is deleted', () => {
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
    return LanguageServer.with({ capabilities: { workspace } }, async (server) => {
      const { registrations } = await server.notification('client/registerCapability');
      const { watchers } = registrations[0].registerOptions;
      const globs = watchers.map(({ globPattern }: Answer) => globPattern).join('\n');
      for (const part of ['.gitignore', 'unigap.json']) assert.ok(globs.includes(part), part);
      assert.deepEqual(watchers.at(-1), { globPattern: '**/*', kind: 4 });
    });
  });
});

const EXCLUDING = '{ "exclude": ["gen/"] }';

function change(server: LanguageServer, type: number, uris: readonly string[]): void {
  server.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type })) });
}

function pathsOf({ gaps }: Answer): string[] {
  return gaps.map(({ path }: Answer) => path).sort();
}
