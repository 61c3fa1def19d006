import assert from 'node:assert/strict';
import { latin1 } from '#core/c/directive.js';
import type { SyntaxEngine, SyntaxNode } from '#core/engine/engine.js';
import { sourceLanguage } from '#core/scan/language.js';
import { countingEngine, nativeEngine, wasmEngine } from '../support/engines.js';
import { fixtureSources, sourceFixturePaths } from '../support/fixtureSources.js';
import { generateSource } from '../support/generateSource.js';
import { Random } from '../support/random.js';
import { scanFiles } from '../support/scan.js';

describe('core: the two engines', () => {
  let native: SyntaxEngine;

  before(function () {
    const engine = nativeEngine();
    if ('problem' in engine) {
      console.log(`      the native engine cannot be loaded: ${engine.problem}`);
      this.skip();
    } else native = engine;
  });

  it('make the same trees of fixtures', async () => {
    for (const fixture of sourceFixturePaths()) {
      for (const [path, bytes] of Object.entries(fixtureSources(fixture))) {
        const grammar = sourceLanguage(path)?.cplusplus ? 'cpp' : 'c';
        const text = latin1(bytes, 0, bytes.length);
        const tree = (await wasmEngine()).parse(grammar, text);
        const shipped = outline(tree.rootNode);
        tree.delete();
        assert.equal(outline(native.parse(grammar, text).rootNode), shipped, `${fixture} ${path}`);
      }
    }
  });

  it('find the same uses in fixtures', async () => {
    let parses = 0;
    for (const path of sourceFixturePaths()) parses += await compare(path, fixtureSources(path));
    assert.ok(parses > 5, `only ${parses} regions were parsed`);
  });

  it('find the same uses in generated files', async () => {
    let parses = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const source = generateSource(new Random(seed), 12);
      parses += await compare(`seed ${seed}`, { 'generated.c': source, 'generated.cpp': source });
    }
    assert.ok(parses > 200, `only ${parses} regions were parsed`);
  });

  /** Scans with both engines; returns how many regions were parsed. */
  async function compare(what: string, files: Record<string, string | Uint8Array>): Promise<number> {
    const [wasm, other] = [countingEngine(await wasmEngine()), countingEngine(native)];
    const shipped = await scanFiles(files, { allUses: true, engine: () => Promise.resolve(wasm) });
    const checked = await scanFiles(files, { allUses: true, engine: () => Promise.resolve(other) });
    assert.deepEqual(checked.uses, shipped.uses, what);
    assert.deepEqual(checked.counted, shipped.counted, what);
    assert.equal(other.parses, wasm.parses, what);
    return wasm.parses;
  }
});

/** Types and offsets of a node and of all below it. */
function outline(node: SyntaxNode): string {
  const children = Array.from({ length: node.childCount }, (_, index) => node.child(index) as SyntaxNode);
  return `${node.type} ${node.startIndex}-${node.endIndex} (${children.map(outline).join(' ')})`;
}
