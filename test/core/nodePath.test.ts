import assert from 'node:assert/strict';
import type { SyntaxNode } from '#core/engine/engine.js';
import { functionAround } from '#core/outcome/functionAround.js';
import { outcomeAt } from '#core/outcome/outcomeAt.js';
import { nodesBelow, pathTo } from '#core/source/nodePath.js';
import { wasmEngine } from '../support/engines.js';

describe('core: ways through a tree', () => {
  it('lead to the node that the parser finds', () =>
    whileParsed('int f(int a)\n{\n\tif (a) g(a, "x");\n\treturn a ? 1 : 2;\n}\nint b;\n', (root, text) => {
      for (let at = 0; at < text.length; at++) {
        for (const end of [at + 1, Math.min(at + 4, text.length)]) {
          const found = root.descendantForIndex(at, end) as SyntaxNode;
          const last = pathTo(root, at, end).at(-1) as SyntaxNode;
          assert.deepEqual([last.startIndex, last.endIndex], [found.startIndex, found.endIndex]);
        }
      }
    }));

  it('go over all nodes', () =>
    whileParsed('int a = f(1);\n', (root) => {
      const types = [...nodesBelow(root)].map(({ type }) => type);
      assert.equal(types[0], 'translation_unit');
      assert.equal(types.filter((type) => type === 'identifier').length, 2);
    }));

  it('take no more than linear time in a deep one', function () {
    this.timeout(5_000);
    const text = `int f(int a)\n{\n\treturn ${'a ? 1 : '.repeat(20_000)}fork();\n}\n`;
    return whileParsed(text, (root) => {
      const at = text.indexOf('fork');
      assert.equal(functionAround(root, at)?.name, 'f');
      assert.equal(outcomeAt(root, at, -1), undefined);
    });
  });

  it('are not gone down where a condition behind a call is nested too deeply', () => {
    const text = `int f(int a)\n{\n\ta = fork();\n\tif (${'!'.repeat(20_000)}a) g();\n}\n`;
    return whileParsed(text, (root) => assert.equal(outcomeAt(root, text.indexOf('fork'), -1), undefined));
  });
});

async function whileParsed(text: string, test: (root: SyntaxNode, text: string) => void): Promise<void> {
  const tree = (await wasmEngine()).parse('c', text);
  try {
    test(tree.rootNode, text);
  } finally {
    tree.delete();
  }
}
