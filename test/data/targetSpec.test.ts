import assert from 'node:assert/strict';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import { formatTargetSpec, parseTargetSpec } from '#core/knowledge/targetSpec.js';
import { bundleText } from '#tools/generate/bundle.js';
import { sampleData } from './sampleData.js';

describe('data: names of targets', () => {
  const data = sampleData();
  const file = data.curated.get('toy');
  if (file?.options) file.options.loader.since = '2';
  const knowledge = loadKnowledge(bundleText(data));
  const parse = (text: string) => parseTargetSpec(text, knowledge);

  it('takes the newest version where none is named', () => {
    assert.deepEqual(parse('toy'), { value: { id: 'toy', version: '2', options: [] } });
  });

  it('reads a version and an option', () => {
    assert.deepEqual(parse('toy@1'), { value: { id: 'toy', version: '1', options: [] } });
    assert.deepEqual(parse('toy@2+loader'), { value: { id: 'toy', version: '2', options: ['loader'] } });
  });

  const problems: [string, RegExp][] = [
    ['tyo', /no target "tyo". Did you mean "toy"\? Known: toy\./],
    ['windows', /no target "windows". Known: toy\./],
    ['toy@3', /no version of Toy "3". Did you mean "1"\? Known: 1, 2\./],
    ['toy+loder', /no option of Toy "loder". Did you mean "loader"\? Known: loader\./],
    ['toy@1+loader', /Toy 1 has no option "loader": it exists since 2\./],
    ['toy@1@2', /"toy@1@2" is not a target/],
    ['', /no target ""/],
  ];
  for (const [text, message] of problems) {
    it(`explains what is wrong with "${text}"`, () => {
      const result = parse(text);
      assert.ok('problem' in result);
      assert.match(result.problem, message);
    });
  }

  it('is written as it is read', () => {
    for (const text of ['toy', 'toy@1', 'toy+loader']) {
      const result = parse(text);
      assert.ok('value' in result);
      assert.equal(formatTargetSpec(result.value, knowledge.targets.get('toy')), text);
    }
  });

  it('names the version where the target is not at hand', () => {
    assert.equal(formatTargetSpec({ id: 'toy', version: '2', options: ['a', 'b'] }), 'toy@2+a+b');
  });
});
