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
  return TextDocument.applyEdits(document, [removal(document, { comment, features })]);
}

describe('protocol: a suppression that is taken out', () => {
  const texts: readonly (readonly [before: string, after: string])[] = [
    ['f(); // unigap-ignore-line -- why\ng();\n', 'f();\ng();\n'],
    ['f(); /* unigap-ignore-line -- why */ g();\n', 'f(); g();\n'],
    ['/* unigap-ignore-file function/fork -- why */\nf();\n', 'f();\n'],
    ['/*\n * unigap-ignore-file function/fork -- why\n */\n', '/*\n *\n */\n'],
    ['/*\n text, unigap-ignore-file -- why */\n', '/*\n text, */\n'],
  ];
  for (const [before, after] of texts) {
    it(`leaves ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      assert.equal(without(before), after);
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
