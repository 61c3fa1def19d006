import assert from 'node:assert/strict';
import { latin1 } from '#core/c/directive.js';
import { readFacts } from '#core/c/readFacts.js';
import type { SyntaxEngine } from '#core/engine/engine.js';
import { IS_FUNCTION, IS_IN_STD, KEEP_PLACES } from '#core/facts/vocabulary.js';
import { confirmedFacts } from '#core/scan/confirmedFacts.js';
import { sourceLanguage } from '#core/scan/language.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import { wasmEngine } from '../support/engines.js';
import { fixtureSources, sourceFixturePaths } from '../support/fixtureSources.js';
import { generateSource } from '../support/generateSource.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { Random } from '../support/random.js';
import { isWithoutErrors, wholeFileUses } from '../support/wholeFileUses.js';

/** A branch that is never compiled is in the tree all the same. */
const DEAD_BRANCH = /^[ \t]*(?:#|%:)[ \t]*(?:el)?if[ \t(]+\d/m;

/** So is one that the file's own macros leave out. */
const OWN_SWITCH = /^[ \t]*#[ \t]*(?:define|undef)[ \t]+(\w+)[\s\S]*\n[ \t]*#[ \t]*(?:el)?if[^\n]*\b\1\b/m;

/** The grammar takes a name that a splice divides for two. */
const DIVIDED_NAME = /\w\\\r?\n\w/;

/** Uses that only one of scan and tree has, or why the file cannot be compared. */
async function differences(path: string, bytes: Uint8Array, engine: SyntaxEngine) {
  const text = latin1(bytes, 0, bytes.length);
  if (DEAD_BRANCH.test(text) || OWN_SWITCH.test(text)) return { reason: 'dead branches' };
  if (DIVIDED_NAME.test(text)) return { reason: 'a divided name' };
  const knowledge = shippedKnowledge();
  const vocabulary = vocabularyOf(knowledge, catalogueOf(knowledge), true, []);
  const names = new Set(
    vocabulary.table.names.filter(
      (_, id) => (vocabulary.flagsOf(id) & IS_FUNCTION) !== 0 && (vocabulary.flagsOf(id) & KEEP_PLACES) !== 0,
    ),
  );
  const tree = engine.parse(sourceLanguage(path)?.cplusplus ? 'cpp' : 'c', text);
  try {
    if (!isWithoutErrors(tree.rootNode)) return { reason: 'errors' };
    const cplusplus = sourceLanguage(path)?.cplusplus ?? false;
    const read = readFacts(path, bytes, bytes.length, cplusplus, vocabulary);
    const facts = await confirmedFacts(read, bytes, cplusplus, () => Promise.resolve(engine));
    for (const { name } of facts.macros) names.delete(name);
    const scanned = facts.occurrences
      .filter(({ name }) => names.has(name))
      .map(({ start, name, shape }) => `${start} ${name} ${shape}`);
    const inStd = vocabulary.table.names.filter((_, id) => (vocabulary.flagsOf(id) & IS_IN_STD) !== 0);
    const whole = wholeFileUses(tree.rootNode, names, new Set(inStd));
    return {
      compared: whole.length,
      differences: [
        ...scanned.filter((use) => !whole.includes(use)).map((use) => `only the scan: ${use}`),
        ...whole.filter((use) => !scanned.includes(use)).map((use) => `only the tree: ${use}`),
      ],
    };
  } finally {
    tree.delete();
  }
}

describe('core: regions against whole files', () => {
  it('finds in fixtures what a tree of the whole file says', async () => {
    const engine = await wasmEngine();
    let compared = 0;
    for (const fixture of sourceFixturePaths()) {
      for (const [path, bytes] of Object.entries(fixtureSources(fixture))) {
        const result = await differences(path, bytes, engine);
        if (result.reason !== undefined) continue;
        assert.deepEqual(result.differences, [], `${fixture} ${path}`);
        compared += result.compared;
      }
    }
    assert.ok(compared > 100, `only ${compared} uses were compared`);
  });

  it('finds in generated files what a tree of the whole file says', async () => {
    const engine = await wasmEngine();
    let compared = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const source = generateSource(new Random(seed), 12);
      const result = await differences(
        seed % 3 === 0 ? 'a.cpp' : 'a.c',
        new TextEncoder().encode(source),
        engine,
      );
      if (result.reason !== undefined) continue;
      assert.deepEqual(result.differences, [], `seed ${seed}:\n${source}`);
      compared += result.compared;
    }
    assert.ok(compared > 1000, `only ${compared} uses were compared`);
  });
});
