import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runUnigap } from '../support/runUnigap.js';
import { type Answer, LanguageServer, PULL_CLIENT } from './languageServer.js';
import { whileInWorkspace } from './samples.js';

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const FILES = {
  '.gitignore': '/config.h\n',
  'config.h.in': '#undef HAVE_FORK\n',
  'config.h': '#define HAVE_FORK 1\n',
  'a.c': '#include "config.h"\n#ifdef HAVE_FORK\nint a(void) { return fork(); }\n#endif\n',
  'b.c': '#if WORKERS > 1\nint b(void) { return fork(); }\n#endif\n',
  'tool.c': 'int c(void) { return vfork(); }\n',
};

const database = (workers: number): string =>
  JSON.stringify([
    { directory: '.', file: 'a.c', command: 'cc -I.' },
    { directory: '.', file: 'b.c', command: `cc -DWORKERS=${workers}` },
  ]);

describe('protocol: a build', () => {
  it('is followed as the command line follows it', () =>
    whileInWorkspace({ ...FILES, 'compile_commands.json': database(1) }, async (folder) => {
      await LanguageServer.with({ folders: [folder] }, async (server) => {
        const told = await reportOf(server);
        const { out, err } = runUnigap(['scan', '--format', 'json'], { cwd: fileURLToPath(folder) });
        assert.equal(err, '');
        assert.deepEqual(rowsOf(told), rowsOf(JSON.parse(out), 0));
        assert.deepEqual(rowsOf(told), ['a.c:3 error ', 'tool.c:1 error not-built']);
        assert.deepEqual(told.build, { files: ['compile_commands.json'], built: 2 });
      });
    }));

  it('is read again when it changes, comes and goes', () =>
    whileInWorkspace(FILES, async (folder, uriOf) => {
      const path = (name: string): string => join(fileURLToPath(folder), name);
      await LanguageServer.with({ folders: [folder], capabilities: PULL_CLIENT }, async (server) => {
        const tell = (name: string, type: number): void =>
          server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
        const rows = async (): Promise<string[]> => rowsOf(await reportOf(server));
        assert.deepEqual((await rows()).slice(0, 2), ['a.c:3 error ', 'b.c:2 warning conditional']);
        writeFileSync(path('compile_commands.json'), database(4));
        tell('compile_commands.json', CREATED);
        assert.deepEqual(await rows(), ['a.c:3 error ', 'b.c:2 error ', 'tool.c:1 error not-built']);
        writeFileSync(path('compile_commands.json'), database(1));
        tell('compile_commands.json', CHANGED);
        assert.deepEqual(await rows(), ['a.c:3 error ', 'tool.c:1 error not-built']);
        writeFileSync(path('config.h'), '/* #undef HAVE_FORK */\n');
        tell('config.h', CHANGED);
        assert.deepEqual(await rows(), ['tool.c:1 error not-built']);
        rmSync(path('compile_commands.json'));
        tell('compile_commands.json', DELETED);
        assert.deepEqual(await rows(), ['b.c:2 warning conditional', 'tool.c:1 error ']);
      });
    }));

  it('that is broken is told in the log, and conditions are decided without it', () =>
    whileInWorkspace({ ...FILES, 'compile_commands.json': '[{' }, async (folder) => {
      await LanguageServer.with({ folders: [folder], capabilities: PULL_CLIENT }, async (server) => {
        assert.equal(rowsOf(await reportOf(server))[1], 'b.c:2 warning conditional');
        const { message } = await server.notification(
          'window/logMessage',
          (params: Answer) => params.type === 2,
        );
        assert.match(message, /: compile_commands\.json is no JSON that can be read: /);
      });
    }));
});

async function reportOf(server: LanguageServer): Promise<Answer> {
  return server.request('unigap/report', {});
}

/** Gaps for OSv; lines count from one. @param before what a line of the document is less than that. */
function rowsOf({ gaps }: Answer, before = 1): string[] {
  return gaps
    .filter(({ targets }: Answer) => targets.some(({ target }: Answer) => target === 'osv'))
    .map(({ path, line, tags, targets }: Answer) => {
      const { severity } = targets.find(({ target }: Answer) => target === 'osv');
      return `${path}:${line + before} ${severity} ${tags.join()}`;
    })
    .sort();
}
