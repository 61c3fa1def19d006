import assert from 'node:assert/strict';
import { readExpected, readJudged } from '#tools/accuracy/operations/judgedPackages.js';
import { keyOf } from '#tools/accuracy/operations/operationFindings.js';
import { shippedKnowledge } from '../support/knowledge.js';

describe('accuracy: operations, as read by hand', () => {
  const { features } = shippedKnowledge();

  it('expects findings of features that exist, each once', () => {
    const all = readExpected().flatMap(({ package: name, expected }) =>
      expected.map((one) => ({ name, ...one })),
    );
    assert.ok(all.length >= 60, `${all.length} expected findings`);
    const keys = all.map((one) => `${one.name} ${keyOf(one)}`);
    assert.equal(new Set(keys).size, keys.length);
    for (const { feature, line, path } of all) {
      assert.ok(features.has(feature), feature);
      assert.ok(Number.isInteger(line) && line > 0, `${path}:${line}`);
    }
  });

  it('judges a sample, with a reason for what is wrong', () => {
    const judged = readJudged();
    assert.ok(judged.length >= 100, `${judged.length} judged findings`);
    const packages = new Set(readExpected().map((one) => one.package));
    for (const one of judged) {
      assert.ok(packages.has(one.package), one.package);
      assert.ok(features.has(one.feature), one.feature);
      assert.equal(one.reason !== undefined, !one.isRight, keyOf(one));
    }
  });
});
