import assert from 'node:assert/strict';
import { applied } from './appliedEdit.js';
import { type Answer, LanguageServer, PUSH_CLIENT } from './languageServer.js';
import { LOOSE } from './samples.js';

/** A client that shows why an action cannot be done. */
const capabilities = {
  textDocument: {
    ...PUSH_CLIENT.textDocument,
    codeAction: { ...PUSH_CLIENT.textDocument.codeAction, disabledSupport: true },
  },
};

describe('protocol: guards', () => {
  const guarded: readonly (readonly [what: string, body: string, out: string, title: RegExp])[] = [
    ['a statement', '\tfork();\n', '\tfork();\n', /^Guard the statement: /],
    [
      'one of a case, not the switch',
      '\tswitch (n) {\n\tcase 1:\n\t\tfork();\n\t\tbreak;\n\t}\n',
      '\t\tfork();\n',
      /^Guard the statement: /,
    ],
    [
      'the first of a case before another one',
      '\tswitch (n) {\n\tcase 1:\n\t\tfork();\n\tcase 2:\n\t\tn = 1;\n\t}\n',
      '\t\tfork();\n',
      /^Guard the statement: /,
    ],
    ['one under a label', 'again:\n\tfork();\n\tn = 1;\n', '\tfork();\n', /^Guard the statement: /],
    [
      'a loop whose condition it is, and the title says so',
      '\twhile (fork() > 0) {\n\t\tn = 1;\n\t}\n',
      '\twhile (fork() > 0) {\n\t\tn = 1;\n\t}\n',
      /^Guard the whole while statement, lines 4 to 6: /,
    ],
  ];
  for (const [what, body, out, title] of guarded) {
    it(`leave out ${what}`, () =>
      LanguageServer.with({ capabilities }, async (server) => {
        const text = textOf(body);
        const action = await guardOf(server, text);
        assert.match(action.title, title);
        assert.equal(action.disabled, undefined);
        const { edit } = await server.request('codeAction/resolve', action);
        assert.equal(
          applied(text, LOOSE, edit),
          text.replace(out, `#if !defined(__RUMPRUN__)\n${out}#endif\n`),
        );
      }));
  }

  const refused: readonly (readonly [why: string, text: string, reason: RegExp])[] = [
    ['others need its names', textOf('\tpid_t p = fork();\n'), /declares names/],
    ['it shares its line', '#include <unistd.h>\nvoid start(void) { fork(); }\n', /shares its lines/],
    ['a label needs it', textOf('end:\n\tfork();\n'), /label/],
    ['a label would stand before a declaration', textOf('end:\n\tfork();\n\tint i;\n'), /label/],
    ['the last case needs it', textOf('\tswitch (n) {\n\tdefault:\n\t\tfork();\n\t}\n'), /label/],
  ];
  for (const [why, text, reason] of refused) {
    it(`are refused with the reason where ${why}`, () =>
      LanguageServer.with({ capabilities }, async (server) => {
        const { disabled } = await guardOf(server, text);
        assert.match(disabled?.reason, reason);
      }));
  }

  it('are not held up by an expression that is nested deeply', () =>
    LanguageServer.with({ capabilities }, async (server) => {
      const text = textOf(`\treturn ${'n ? 1 : '.repeat(20_000)}fork();\n`);
      const start = Date.now();
      const { title } = await guardOf(server, text);
      assert.match(title, /^Guard the statement/);
      assert.ok(Date.now() - start < 8_000, 'it takes too long');
    }));
});

function textOf(body: string): string {
  return `#include <unistd.h>\nint start(int n)\n{\n${body}}\n`;
}

async function guardOf(server: LanguageServer, text: string): Promise<Answer> {
  server.open(LOOSE, text);
  const diagnostics = (await server.pushed(LOOSE)).filter(({ code }) => code === 'function/fork');
  const actions: Answer[] = await server.request('textDocument/codeAction', {
    textDocument: { uri: LOOSE },
    range: diagnostics[0].range,
    context: { diagnostics },
  });
  const guard = actions.find(({ title }) => /^Guard .*Rumprun/.test(title));
  assert.ok(guard, actions.map(({ title }) => title).join('\n'));
  return guard;
}
