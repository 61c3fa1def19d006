import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { type Answer, LanguageServer, PUSH_CLIENT } from './languageServer.js';
import { whileInWorkspace } from './samples.js';

const SOURCE = '#ifdef WAKES\nint f(void) { return fork(); }\n#endif\n';
const FILES = { 'a.c': SOURCE, 'configure.ac': 'AC_INIT\nAC_CHECK_FUNC([eventfd], [AC_DEFINE([WAKES])])\n' };
const CHANGED = 2;

describe('protocol: conditions in a hover', () => {
  it('say why a branch is judged in on one target and out on the other', () =>
    whileInWorkspace(FILES, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/report', {});
        server.open(uriOf('a.c'), SOURCE);
        const { contents } = await hover(server, uriOf('a.c'));
        assert.match(contents.value, /`#ifdef WAKES` holds: configure\.ac:2 asks for eventfd/);
        assert.match(contents.value, /Rumprun\*\*: not compiled/);
        assert.match(contents.value, /`#ifdef WAKES` does not hold: configure\.ac:2 asks for eventfd/);
      }),
    ));

  it('answer for a place that no target compiles', () =>
    whileInWorkspace({ 'a.c': '#ifdef _WIN32\nint f(void) { return fork(); }\n#endif\n' }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/report', {});
        server.open(uriOf('a.c'), '#ifdef _WIN32\nint f(void) { return fork(); }\n#endif\n');
        const { contents, range } = await hover(server, uriOf('a.c'));
        assert.match(contents.value, /fork/);
        assert.equal(contents.value.match(/not compiled/g)?.length, 2);
        assert.deepEqual(range, { start: { line: 1, character: 21 }, end: { line: 1, character: 25 } });
      }),
    ));

  it('are plain text where the client has no Markdown', () => {
    const textDocument = { ...PUSH_CLIENT.textDocument, hover: { contentFormat: ['plaintext'] } };
    return whileInWorkspace(FILES, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder], capabilities: { textDocument } }, async (server) => {
        await server.request('unigap/report', {});
        server.open(uriOf('a.c'), SOURCE);
        const { contents } = await hover(server, uriOf('a.c'));
        assert.match(contents.value, /^ {2}#ifdef WAKES holds: configure\.ac:2/m);
        assert.doesNotMatch(contents.value, /`/);
      }),
    );
  });

  it('follow an edit of the build file', () =>
    whileInWorkspace(FILES, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/report', {});
        server.open(uriOf('a.c'), SOURCE);
        await hover(server, uriOf('a.c'));
        writeFileSync(new URL(uriOf('configure.ac')), 'AC_CHECK_FUNC([kqueue], [AC_DEFINE([WAKES])])\n');
        server.notify('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uriOf('configure.ac'), type: CHANGED }],
        });
        let { contents } = await hover(server, uriOf('a.c'));
        for (let i = 0; i < 100 && !/kqueue/.test(contents.value); i++) {
          await server.request('unigap/report', {});
          ({ contents } = await hover(server, uriOf('a.c')));
        }
        assert.match(contents.value, /OSv\*\*: not compiled/);
        assert.match(contents.value, /configure\.ac:1 asks for kqueue/);
      }),
    ));
});

function hover(server: LanguageServer, uri: string): Promise<Answer> {
  return server.request('textDocument/hover', {
    textDocument: { uri },
    position: { line: 1, character: 22 },
  });
}
