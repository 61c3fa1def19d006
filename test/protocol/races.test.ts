import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LanguageServer } from './languageServer.js';
import { FORK, PLAIN, whileInWorkspace } from './samples.js';

describe('protocol: what comes at once or is refused', () => {
  it('a file that is closed and opened again shows what is open', () =>
    whileInWorkspace({ 'a.c': PLAIN }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/report', {});
        for (let i = 0; i < 10; i++) {
          server.open(uriOf('a.c'), FORK);
          server.close(uriOf('a.c'));
          server.open(uriOf('a.c'), FORK);
          const { gaps } = await server.request('unigap/report', {});
          assert.equal(gaps.length, 1);
          server.close(uriOf('a.c'));
        }
      }),
    ));

  it('a header that is closed unsaved changes the files that include it', () =>
    whileInWorkspace(
      { 'a.h': 'int unused;\n', 'a.c': '#include "a.h"\nint f(void) { return spawn(); }\n' },
      (folder, uriOf) =>
        LanguageServer.with({ folders: [folder] }, async (server) => {
          server.open(uriOf('a.c'), '#include "a.h"\nint f(void) { return spawn(); }\n');
          server.open(uriOf('a.h'), '#define spawn fork\n');
          await server.pushed(uriOf('a.c'), ({ length }) => length === 1);
          server.forget();
          server.close(uriOf('a.h'));
          await server.pushed(uriOf('a.c'), ({ length }) => length === 0);
        }),
    ));

  it('a file that nests beyond all measure does not take the others along', () => {
    const deep = `#if ${'('.repeat(30_000)}A${')'.repeat(30_000)}\n${FORK}#endif\n`;
    return whileInWorkspace({ 'a.c': FORK, 'deep.c': deep }, (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const report = await server.request('unigap/report', {});
        assert.ok(report.gaps.some(({ path }: { path: string }) => path === 'a.c'));
      }),
    );
  });

  it('a folder that cannot be read is named in the report', () =>
    LanguageServer.with({ folders: ['vscode-vfs://somewhere/project'] }, async (server) => {
      const report = await server.request('unigap/report', {});
      assert.equal(report.filesScanned, 0);
      assert.equal(report.skipped[0].path, '.');
      assert.match(report.skipped[0].reason, /^not read: /);
    }));

  it('a nested folder that goes leaves its open files to the outer one', () =>
    whileInWorkspace({ 'a.c': FORK }, (folder, uriOf) => {
      const inner = uriOf('sub');
      mkdirSync(dirname(fileURLToPath(uriOf('sub/b.c'))), { recursive: true });
      writeFileSync(fileURLToPath(uriOf('sub/b.c')), PLAIN);
      const capabilities = { workspace: { workspaceFolders: true } };
      return LanguageServer.with({ folders: [folder, inner], capabilities }, async (server) => {
        server.open(uriOf('a.c'), FORK);
        server.open(uriOf('sub/b.c'), FORK);
        await server.pushed(uriOf('sub/b.c'), ({ length }) => length === 1);
        const both = await server.request('unigap/report', {});
        assert.equal(both.filesScanned, 2, 'what the inner folder has is counted there alone');
        assert.equal(both.bytesScanned, FORK.length * 2);
        assert.deepEqual(both.gaps.map(({ path }: { path: string }) => path).sort(), ['a.c', 'b.c']);
        server.notify('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [{ uri: inner, name: 'sub' }] },
        });
        const report = await server.request('unigap/report', {});
        const paths = report.gaps.map(({ path }: { path: string }) => path).sort();
        assert.deepEqual(paths, ['a.c', 'sub/b.c']);
      });
    }));
});
