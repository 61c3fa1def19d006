import assert from 'node:assert/strict';
import { applied } from './appliedEdit.js';
import { type Answer, LanguageServer } from './languageServer.js';
import { LOOSE } from './samples.js';

describe('protocol: a suppression in a line', () => {
  it('for the second gap of a line keeps the first one suppressed', () =>
    LanguageServer.with({}, async (server) => {
      const text = '#include <unistd.h>\nvoid start(void)\n{\n\tdaemon(0, 0); fork();\n}\n';
      server.open(LOOSE, text);
      const once = await suppressed(server, LOOSE, text, 'function/fork');
      const both = await suppressed(server, LOOSE, once, 'function/daemon');
      const comment = '\t/* unigap-ignore-next-line function/fork, function/daemon -- reason? */\n';
      assert.equal(both, text.replace('\tdaemon', `${comment}\tdaemon`));
    }));

  it('stands at its end where its start is in a comment', () =>
    LanguageServer.with({}, async (server) => {
      const text = '#include <unistd.h>\nvoid start(void)\n{\n\t/* a\n\t b */ fork();\n}\n';
      server.open(LOOSE, text);
      const comment = '/* unigap-ignore-line function/fork -- reason? */';
      const result = await suppressed(server, LOOSE, text, 'function/fork');
      assert.equal(result, text.replace('fork();', `fork(); ${comment}`));
    }));

  it('is not offered where no comment can be', () =>
    LanguageServer.with({}, async (server) => {
      const text = '#include <unistd.h>\nvoid start(void)\n{\n\t/* a\n\t b */ fork(); /* c\n\t d */\n}\n';
      server.open(LOOSE, text);
      const [gap] = await server.pushed(LOOSE);
      assert.ok(!titlesOf(await actionsFor(server, LOOSE, gap)).some((title) => /on this line/.test(title)));
    }));
});

/** The text with a gap suppressed in its line, once the gap is told no more. */
async function suppressed(
  server: LanguageServer,
  uri: string,
  text: string,
  feature: string,
): Promise<string> {
  const gap = (await server.pushed(uri)).find(({ code }) => code === feature);
  const actions = await actionsFor(server, uri, gap);
  const action = actions.find(({ title }) => title === `Suppress ${feature} on this line`);
  assert.ok(action, titlesOf(actions).join('\n'));
  const result = applied(text, uri, (await server.request('codeAction/resolve', action)).edit);
  server.forget();
  const textDocument = { uri, version: 2 };
  server.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: result }] });
  await server.pushed(uri, (left) => left.every(({ code }) => code !== feature));
  return result;
}

function actionsFor(server: LanguageServer, uri: string, diagnostic: Answer): Promise<Answer[]> {
  const { range } = diagnostic;
  const context = { diagnostics: [diagnostic] };
  return server.request('textDocument/codeAction', { textDocument: { uri }, range, context });
}

function titlesOf(actions: readonly Answer[]): string[] {
  return actions.map(({ title }) => title);
}
