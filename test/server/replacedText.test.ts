import assert from 'node:assert/strict';
import type { CallEdit } from '#core/knowledge/schema.generated.js';
import { recipeCode } from '#core/messages/recipeCode.js';
import { type ByteEdit, withEdits } from '#server/codeActions/byteEdit.js';
import { replacedCall } from '#server/codeActions/callReplacement.js';
import { replacedFlag } from '#server/codeActions/flagReplacement.js';
import { includeLine } from '#server/codeActions/includeLine.js';
import { wasmEngine } from '../support/engines.js';

describe('server: constants that are replaced', () => {
  const cases: readonly (readonly [statement: string, flag: string, expected: string | undefined])[] = [
    ['f(A | FLAG);', '', 'f(A);'],
    ['f(FLAG | A);', '', 'f(A);'],
    ['f(A | FLAG | B);', '', 'f(A | B);'],
    ['f((A | FLAG), B);', '', 'f((A), B);'],
    ['f(FLAG);', '', 'f(0);'],
    ['x = A | FLAG;', '', 'x = A;'],
    ['return all ? A | FLAG : A;', '', 'return all ? A : A;'],
    ['int x = A\n\t| FLAG;', '', 'int x = A;'],
    ['f(FLAG);', 'OTHER', 'f(OTHER);'],
    ['x = FLAG;', 'OTHER', 'x = OTHER;'],
    ['int x[] = { FLAG };', 'OTHER', 'int x[] = { OTHER };'],
    // Nothing that could be taken out is left, or a comment would go with it.
    ['x = FLAG;', '', undefined],
    ['f(A | /* why */ FLAG);', '', undefined],
    // Tested, compared, named: no value that is handed over.
    ['f(x & FLAG);', '', undefined],
    ['f(x & ~(A | FLAG));', '', undefined],
    ['if (x == FLAG) return;', 'OTHER', undefined],
    ['f(x == FLAG);', 'OTHER', undefined],
    ['switch (x) { case FLAG: break; }', 'OTHER', undefined],
    ['FLAG = 1;', 'OTHER', undefined],
    ['FLAG ? f() : g();', 'OTHER', undefined],
  ];
  for (const [statement, flag, expected] of cases) {
    it(`${statement.replaceAll('\n\t', ' ')} with ${flag || 'none'}`, async () => {
      const result = await edited(statement, 'FLAG', (root, at) => replacedFlag(root, at, 'FLAG', { flag }));
      assert.equal(result, expected);
    });
  }
});

describe('server: calls that are replaced', () => {
  const cases: readonly (readonly [statement: string, edit: CallEdit, expected: string | undefined])[] = [
    ['old(a, b);', { call: 'new($2, $1)', count: 2 }, 'new(b, a);'],
    ['x = old(f(a), b + 1);', { call: 'new($1, $2)', count: 2 }, 'x = new(f(a), b + 1);'],
    ['old(b + 1);', { call: '((char *)$1 + 2)', count: 1 }, '((char *)(b + 1) + 2);'],
    ['old(p->x[i]);', { call: '((char *)$1 + $1)', count: 1 }, '((char *)p->x[i] + p->x[i]);'],
    ['old(sizeof x);', { call: '(1 + $1 + $1)', count: 1 }, '(1 + (sizeof x) + (sizeof x));'],
    ['old(g());', { call: '(1 + $1 + $1)', count: 1 }, undefined],
    ['old(i++);', { call: '(1 + $1 + $1)', count: 1 }, undefined],
    ['old(x = 1);', { call: '0', count: 1 }, undefined],
    ['old(a[g()]);', { call: '0', count: 1 }, undefined],
    ['old(a,\n#ifdef X\nb\n#else\nc\n#endif\n);', { call: 'new($1, $2)', count: 2 }, undefined],
    ['old;', { call: 'new()', count: 0 }, undefined],
    ['x->old(a);', { call: 'new($1)', count: 1 }, undefined],
    ['call(old);', { call: 'new()', count: 0 }, undefined],
  ];
  for (const [statement, edit, expected] of cases) {
    it(`${statement.replaceAll('\n', ' ')} as ${edit.call}`, async () => {
      const result = await edited(statement, 'old', (root, at) => replacedCall(root, at, 'old', edit));
      assert.equal(result, expected);
    });
  }
});

describe('server: lines that include a header', () => {
  const cases: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    [
      'behind the others',
      '#include <a.h>\n#include "b.h"\nint x;\n',
      '#include <a.h>\n#include "b.h"\n+int x;\n',
    ],
    ['at the start where there is none', 'int x;\n', '+int x;\n'],
    ['not where it is there', '#include <a.h>\n#  include <new.h>\n', undefined],
    [
      'outside of conditions',
      '#include <a.h>\n#ifdef X\n#include <b.h>\n#endif\nint x;\n',
      '#include <a.h>\n+#ifdef X\n#include <b.h>\n#endif\nint x;\n',
    ],
    [
      'within the guard of a header',
      '#ifndef H\n#define H\n#include <a.h>\nint x;\n#endif\n',
      '#ifndef H\n#define H\n#include <a.h>\n+int x;\n#endif\n',
    ],
  ];
  for (const [what, before, after] of cases) {
    it(what, () => {
      const edit = includeLine(before, 'new.h', '\n');
      const result = edit && withEdits(before, [edit]);
      assert.equal(result, after?.replace('+', '#include <new.h>\n'));
    });
  }
});

describe('server: code of recipes', () => {
  it('has comments that can stand within one', () => {
    const note = '# N\n\n## Recipe\n\nSo:\n\n```c\n/* first */\nf();  /* then */\n```\n\n## Effort\n';
    assert.deepEqual(recipeCode(note), ['// first', 'f();  // then']);
  });

  it('is nothing where the recipe has none', () => {
    assert.equal(recipeCode('# N\n\n## Recipe\n\nDo it.\n\n## Effort\n\n```c\nf();\n```\n'), undefined);
  });
});

type Root = Parameters<typeof replacedFlag>[0];

/** A statement after the change of a name in it. */
async function edited(
  statement: string,
  name: string,
  change: (root: Root, at: number) => ByteEdit | undefined,
): Promise<string | undefined> {
  const before = 'void f(void)\n{\n\t';
  const text = `${before}${statement}\n}\n`;
  const tree = (await wasmEngine()).parse('c', text);
  try {
    const edit = change(tree.rootNode, text.search(new RegExp(`\\b${name}\\b`)));
    return edit && withEdits(text, [edit]).slice(before.length, -3);
  } finally {
    tree.delete();
  }
}
