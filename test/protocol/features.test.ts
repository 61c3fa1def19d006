import assert from 'node:assert/strict';
import { applied } from './appliedEdit.js';
import { type Answer, LanguageServer, PUSH_CLIENT } from './languageServer.js';
import { FORK, FORK_RANGE, LOOSE, PLAIN } from './samples.js';

describe('protocol: hover', () => {
  it('tells what the call does on each target', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      const { contents, range } = await hover(server, FORK_RANGE.start);
      assert.deepEqual(range, FORK_RANGE);
      assert.equal(contents.kind, 'markdown');
      for (const part of [/fork/, /OSv/, /Rumprun/, /-1/, /86/]) assert.match(contents.value, part);
    }));

  it('is plain text where the client has no Markdown', () => {
    const textDocument = { ...PUSH_CLIENT.textDocument, hover: { contentFormat: ['plaintext'] } };
    return LanguageServer.with({ capabilities: { textDocument } }, async (server) => {
      server.open(LOOSE, FORK);
      const { contents } = await hover(server, FORK_RANGE.start);
      assert.equal(contents.kind, 'plaintext');
      assert.match(contents.value, /OSv/);
      assert.doesNotMatch(contents.value, /\*\*|\]\(/);
    });
  });

  it('is nothing where there is no gap', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      assert.equal(await hover(server, { line: 0, character: 3 }), null);
    }));
});

describe('protocol: code actions', () => {
  it('suppress a gap here, with edits that are computed on demand', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      const diagnostics = await server.pushed(LOOSE);
      const actions = await actionsAt(server, diagnostics);
      const here = actions.find(({ title }) => /suppress.*(here|line)/i.test(title));
      assert.ok(here, titlesOf(actions));
      const text = applied(FORK, LOOSE, await withEdit(server, here));
      assert.match(text, /unigap-ignore-(next-)?line function\/fork/);
      server.forget();
      change(server, text);
      await server.pushed(LOOSE, ({ length }) => length === 0);
    }));

  it('suppress it in the file', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      const actions = await actionsAt(server, await server.pushed(LOOSE));
      const file = actions.find(({ title }) => /suppress.*file/i.test(title));
      assert.ok(file, titlesOf(actions));
      assert.match(applied(FORK, LOOSE, await withEdit(server, file)), /unigap-ignore-file function\/fork/);
    }));

  it('report a suppression that suppresses nothing any more', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, `/* unigap-ignore-file function/fork -- was needed once */\n${PLAIN}`);
      const [unused] = await server.pushed(LOOSE);
      assert.equal(unused.code, 'unused-suppression');
    }));

  it('guard a statement for a target, and what they write is without the gap there', () =>
    LanguageServer.with({}, async (server) => {
      const text = '#include <unistd.h>\nvoid start(void)\n{\n\tfork();\n}\n';
      server.open(LOOSE, text);
      const actions = await actionsAt(server, await server.pushed(LOOSE));
      const guard = actions.find(({ title }) => /guard|leave out/i.test(title) && /Rumprun/.test(title));
      assert.ok(guard, titlesOf(actions));
      const guarded = applied(text, LOOSE, await withEdit(server, guard));
      assert.match(guarded, /#if !defined\(__RUMPRUN__\)\n\tfork\(\);\n#endif\n/);
      server.forget();
      change(server, guarded);
      const [gap] = await server.pushed(LOOSE, ([first]) => !/Rumprun/.test(first?.message));
      assert.match(gap.message, /OSv/);
    }));

  it('are none where there is no gap', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, PLAIN);
      const actions = await server.request('textDocument/codeAction', {
        textDocument: { uri: LOOSE },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
        context: { diagnostics: [] },
      });
      assert.deepEqual(actions ?? [], []);
    }));
});

describe('protocol: code lens', () => {
  it('counts the gaps of a function, and is not there without', () =>
    LanguageServer.with({}, async (server) => {
      server.open(LOOSE, FORK);
      await server.pushed(LOOSE);
      const [lens, ...others] = await lenses(server);
      assert.deepEqual(others, []);
      assert.equal(lens.range.start.line, 1);
      assert.match(lens.command.title, /1/);
      change(server, PLAIN);
      assert.deepEqual(await lenses(server), []);
    }));

  it('is asked for again when settings have changed', () =>
    LanguageServer.with(
      { capabilities: { ...PUSH_CLIENT, workspace: { codeLens: { refreshSupport: true } } } },
      async (server) => {
        server.open(LOOSE, FORK);
        assert.match(titlesOf((await lenses(server)).map(({ command }) => command)), /fork/);
        await server.notification('workspace/codeLens/refresh');
        server.forget();
        const settings = { unigap: { codeLens: { enabled: false } } };
        server.notify('workspace/didChangeConfiguration', { settings });
        await server.notification('workspace/codeLens/refresh');
        assert.deepEqual(await lenses(server), []);
      },
    ));
});

function hover(server: LanguageServer, position: object): Promise<Answer> {
  return server.request('textDocument/hover', { textDocument: { uri: LOOSE }, position });
}

function lenses(server: LanguageServer): Promise<Answer[]> {
  return server.request('textDocument/codeLens', { textDocument: { uri: LOOSE } });
}

function actionsAt(server: LanguageServer, diagnostics: Answer[]): Promise<Answer[]> {
  return server.request('textDocument/codeAction', {
    textDocument: { uri: LOOSE },
    range: diagnostics[0].range,
    context: { diagnostics },
  });
}

async function withEdit(server: LanguageServer, action: Answer): Promise<Answer> {
  return action.edit ?? (await server.request('codeAction/resolve', action)).edit;
}

function change(server: LanguageServer, text: string): void {
  server.notify('textDocument/didChange', {
    textDocument: { uri: LOOSE, version: 2 },
    contentChanges: [{ text }],
  });
}

function titlesOf(actions: readonly Answer[]): string {
  return `actions: ${actions.map(({ title }) => title).join('; ')}`;
}
