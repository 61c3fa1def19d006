import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressionsIn } from '#core/suppressions/suppressionsIn.js';
import { removal } from '#server/codeActions/unusedSuppressionActions.js';

/** The text after the suppression that it has is taken out, or but for some of its features. */
function without(text: string, keep: readonly string[] = []): string {
  const bytes = new TextEncoder().encode(text);
  const [comment] = suppressionsIn(bytes, bytes.length);
  const document = TextDocument.create('file:///a.c', 'c', 1, text);
  const features = comment.features.filter((id) => !keep.includes(id));
  return TextDocument.applyEdits(document, [removal(document, { comment, features }) ?? []].flat());
}

describe('protocol: a suppression that is taken out', () => {
  const texts: readonly (readonly [before: string, after: string])[] = [
    ['f(); // unigap-ignore-line -- why\ng();\n', 'f();\ng();\n'],
    ['f(); /* unigap-ignore-line -- why */ g();\n', 'f(); g();\n'],
    ['/* unigap-ignore-file function/fork -- why */\nf();\n', 'f();\n'],
    ['/*\n * unigap-ignore-file function/fork -- why\n */\n', '/*\n *\n */\n'],
    ['char *s = "//"; /* unigap-ignore-line -- why */ int z;\n', 'char *s = "//"; int z;\n'],
    ['int x; /* see // http */ /* unigap-ignore-line */ int y;\n', 'int x; /* see // http */ int y;\n'],
    ['return/* unigap-ignore-line -- why */x;\n', 'return x;\n'],
    ['\t/* unigap-ignore-line */ f();\n', '\tf();\n'],
    ['#define F f() \\\n/* unigap-ignore-line */\ng();\n', '#define F f() \\\n\ng();\n'],
    ['f(); // unigap-ignore-line -- why\r\ng();\r\n', 'f();\r\ng();\r\n'],
  ];
  for (const [before, after] of texts) {
    it(`leaves ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      assert.equal(without(before), after);
    });
  }

  const kept = [
    'int x; // note /* unigap-ignore-line function/fork */\n',
    'g(); /* unigap-ignore-line function/fork -- long\n reason */ h();\n',
    '/*\n text, unigap-ignore-file -- why */\n',
    'g(); // goes on \\\n unigap-ignore-file\n',
    'g(); // unigap-ignore-file \\\n goes on\n',
  ];
  for (const text of kept) {
    it(`leaves all of ${JSON.stringify(text)}`, () => {
      assert.equal(without(text), text);
    });
  }

  it('stays for the features that are needed', () => {
    const list = 'unigap-ignore-file function/fork, function/vfork -- why';
    const rest = 'unigap-ignore-file function/fork -- why';
    for (const [opening, closing] of [
      ['// ', '\n'],
      ['/* ', ' */\n'],
      ['/*\n * ', '\n */\n'],
    ])
      assert.equal(without(opening + list + closing, ['function/fork']), opening + rest + closing);
  });
});
