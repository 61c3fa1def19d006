import assert from 'node:assert/strict';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import { bundleText } from '#tools/generate/bundle.js';
import { readData, statementsOf } from '#tools/generate/readData.js';
import { sampleData } from './sampleData.js';

describe('data: bundle', () => {
  it('gives back every statement', async () => {
    const data = await readData();
    const knowledge = loadKnowledge(bundleText(data));
    for (const target of data.curated.keys()) {
      for (const [id, statements] of statementsOf(data, target)) {
        assert.deepEqual(knowledge.statements(target, id), statements, `${target} ${id}`);
      }
    }
  });

  it('gives back features, families and notes', async () => {
    const data = await readData();
    const knowledge = loadKnowledge(bundleText(data));
    for (const [id, entry] of Object.entries(data.features.features)) {
      const feature = knowledge.features.get(id);
      assert.equal(feature?.id, id);
      assert.equal(feature.family, entry.family);
      assert.equal(feature.header, entry.header);
      assert.deepEqual(feature.standards, entry.standards ?? []);
      assert.equal(feature.note, entry.note);
    }
    for (const [id, family] of Object.entries(data.families)) {
      assert.deepEqual(knowledge.families.get(id), { id, ...family });
    }
    for (const [slug, text] of data.notes) assert.equal(knowledge.noteMarkdown(slug), text);
  });

  it('gives back what symbols mean, libraries and exports', async () => {
    const data = await readData();
    const knowledge = loadKnowledge(bundleText(data));
    for (const [symbol, names] of Object.entries(data.symbols.interfaces)) {
      assert.deepEqual(knowledge.interfacesOf(symbol), names, symbol);
    }
    assert.deepEqual(knowledge.interfacesOf('fork'), ['fork'], 'a symbol that is its own name');
    assert.deepEqual([...knowledge.systemLibraries], data.symbols.systemLibraries);
    const osv = knowledge.targets.get('osv');
    assert.deepEqual(osv?.libraries, data.curated.get('osv')?.libraries);
    assert.deepEqual(osv?.exports, data.extracted.get('osv')?.exports?.symbols);
    assert.deepEqual(knowledge.targets.get('rumprun')?.libraries, {});
  });

  it('refuses a statement about a feature that is not listed', () => {
    const data = sampleData();
    delete data.features.features['function/fork'];
    assert.throws(() => bundleText(data), /function\/fork, which is not in features.json/);
  });

  it('refuses a feature of an unknown family', () => {
    const data = sampleData();
    data.features.features['function/fork'].family = 'nothing';
    assert.throws(() => bundleText(data), /family nothing/);
  });

  it('refuses a bundle of another form', () => {
    assert.throws(() => loadKnowledge('{"format":0}'), /format 0 cannot be read/);
  });

  it('gives back replacements without their examples', async () => {
    const data = await readData();
    const knowledge = loadKnowledge(bundleText(data));
    for (const [id, list] of Object.entries(data.replacements.replacements)) {
      const expected = list.map(({ example, ...rest }) => rest);
      assert.deepEqual(knowledge.replacements(id), expected, id);
    }
    assert.deepEqual(knowledge.replacements('function/read'), []);
    assert.deepEqual(knowledge.replacements('constructor'), []);
  });

  it('gives back what does the job of debugging tools, with the repositories of its evidence', () => {
    const data = sampleData();
    const knowledge = loadKnowledge(bundleText(data));
    const { toy } = data.debugging.facilities['command/strace'];
    assert.deepEqual(knowledge.substitute('toy', 'command/strace'), toy);
    assert.equal(knowledge.substitute('toy', 'function/fork'), undefined);
    assert.equal(knowledge.substitute('other', 'command/strace'), undefined);
    assert.deepEqual(Object.keys(knowledge.targets.get('toy')?.repositories ?? {}), ['toy', 'tools']);
  });
});
