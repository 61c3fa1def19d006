import assert from 'node:assert/strict';
import ignore from 'ignore';
import { applyEdits } from 'jsonc-parser';
import { globOf, withSuppression } from '#server/codeActions/projectSuppression.js';
import { type Answer, LanguageServer, PUSH_CLIENT } from './languageServer.js';
import { FORK, FORK_RANGE, LOOSE, whileInWorkspace } from './samples.js';

const ADDED = { feature: 'function/fork', path: '/a.c', reason: 'why' };

describe('protocol: a suppression in unigap.json', () => {
  const tab = ['{', '\t"feature": "function/fork",', '\t"path": "/a.c",', '\t"reason": "why"', '}'];
  const item = tab.map((line) => `\t\t${line}`).join('\n');
  const texts: readonly (readonly [before: string, after: string])[] = [
    [
      '{\n\t"targets": ["osv", "rumprun"]\n}\n',
      `{\n\t"targets": ["osv", "rumprun"],\n\t"suppressions": [\n${item}\n\t]\n}\n`,
    ],
    [
      '{\n\t"suppressions": [\n\t\t{"feature":"x"}, // why\n\t]\n}\n',
      `{\n\t"suppressions": [\n\t\t{"feature":"x"},\n${item}, // why\n\t]\n}\n`,
    ],
    ['{\n\t"suppressions": []\n}\n', `{\n\t"suppressions": [\n${item}\n\t]\n}\n`],
    [
      '{\r\n\t"targets": [],\r\n}\r\n',
      `{\r\n\t"targets": [],\r\n\t"suppressions": [\r\n${item.replaceAll('\n', '\r\n')}\r\n\t],\r\n}\r\n`,
    ],
    ['', `{\n  "suppressions": [\n${item.replaceAll('\t', '  ')}\n  ]\n}\n`],
  ];
  for (const [before, after] of texts) {
    it(`is laid out like ${JSON.stringify(before)}`, () => {
      const edit = withSuppression(before, ADDED);
      assert.equal(edit && applyEdits(before, [edit]), after);
    });
  }

  for (const text of ['[]', '{', '1', '{"suppressions": {}}']) {
    it(`is not added to ${text}`, () => assert.equal(withSuppression(text, ADDED), undefined));
  }

  for (const path of ['a[1].c', 'a\\b.c', 'src/!a.c', '#a.c', 'a*.c', 'wh?.c']) {
    it(`has a glob that fits ${path}`, () => {
      const globs = ignore().add(globOf(path));
      assert.ok(globs.ignores(path));
      assert.ok(!globs.ignores('a1.c') && !globs.ignores('ab.c') && !globs.ignores(`x/${path}`));
    });
  }

  it('is refused with the reason where the file is no object', () =>
    whileInWorkspace({ 'unigap.json': '[]', 'main.c': FORK }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder], capabilities }, async (server) => {
        const project = await projectAction(server, uriOf('main.c'));
        assert.match(project.disabled.reason, /JSON object/);
      }),
    ));

  it('is not offered for a file outside of the workspace', () =>
    LanguageServer.with({ capabilities }, async (server) => {
      assert.equal(await projectAction(server, LOOSE), undefined);
    }));
});

const capabilities = {
  textDocument: {
    ...PUSH_CLIENT.textDocument,
    codeAction: { ...PUSH_CLIENT.textDocument.codeAction, disabledSupport: true },
  },
};

/** Asked for by the range alone. */
async function projectAction(server: LanguageServer, uri: string): Promise<Answer> {
  server.open(uri, FORK);
  await server.pushed(uri, ({ length }) => length > 0);
  const actions: Answer[] = await server.request('textDocument/codeAction', {
    textDocument: { uri },
    range: FORK_RANGE,
    context: { diagnostics: [] },
  });
  assert.ok(actions.some(({ title }) => /^Suppress function\/fork in this file/.test(title)));
  return actions.find(({ title }) => /^Suppress .* in the project/.test(title));
}
