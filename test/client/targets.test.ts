import assert from 'node:assert/strict';
import { withTargets } from '#client/targets/targetEdits.js';
import { targetPicks } from '#client/targets/targetPicks.js';

describe('client: choosing targets', () => {
  it('lists name, what is written and summary', () => {
    const item = { target: 'osv@0.57', name: 'OSv 0.57', summary: 'A release.', isSelected: true };
    assert.deepEqual(targetPicks([item]), [
      { label: 'OSv 0.57', description: 'osv@0.57', detail: 'A release.', picked: true, target: 'osv@0.57' },
    ]);
  });

  it('keeps comments, order and layout of unigap.json', () => {
    const text = '{\n    // why\n    "targets": ["osv"], // these\n    "exclude": ["a"]\n}\n';
    assert.equal(
      withTargets(text, ['rumprun']),
      '{\n    // why\n    "targets": [\n        "rumprun"\n    ], // these\n    "exclude": ["a"]\n}\n',
    );
  });

  it('adds targets where there are none', () => {
    assert.deepEqual(JSON.parse(withTargets('{ "exclude": ["a"] }', ['osv', 'rumprun']) ?? ''), {
      exclude: ['a'],
      targets: ['osv', 'rumprun'],
    });
    assert.deepEqual(JSON.parse(withTargets('', ['osv']) ?? ''), { targets: ['osv'] });
  });

  it('keeps line ends and tabs', () => {
    assert.equal(
      withTargets('{\r\n\t"targets": []\r\n}\r\n', ['osv']),
      '{\r\n\t"targets": [\r\n\t\t"osv"\r\n\t]\r\n}\r\n',
    );
  });

  it('does not touch a file with an error', () => {
    for (const text of ['{ "targets": ', '[]', '"osv"', '{ targets: 1 }']) {
      assert.equal(withTargets(text, ['osv']), undefined, text);
    }
  });
});
