import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readProjectFile } from '#core/project/readProjectFile.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { shippedKnowledge } from '../support/knowledge.js';

describe('client: the schema of unigap.json', () => {
  const schema = JSON.parse(
    readFileSync(join(PROJECT_ROOT, 'client/schema/unigap.schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv({ strict: false }).compile(schema);

  it('takes what the program takes', () => {
    const whole = {
      targets: ['osv', 'osv@0.57', 'osv@master+linux-ld', 'rumprun'],
      severities: [{ target: 'osv', behaviour: 'fails', family: 'files', severity: 'off' }],
      exclude: ['tests/'],
      defines: { '*': { HAVE_FORK: 1 }, osv: {}, 'osv@0.57': { OLD: '' } },
      guards: { osv: 'MY_OSV' },
      suppressions: [{ feature: 'function/fork', path: 'tools/**', reason: 'runs on the host' }],
    };
    const builds = ['out', false, {}, { path: '../out', targets: ['osv'] }].map((build) => ({ build }));
    for (const value of [{}, whole, ...builds]) {
      assert.ok(validate(value), JSON.stringify(validate.errors));
      assert.deepEqual(readProjectFile(JSON.stringify(value), shippedKnowledge()).problems, []);
    }
  });

  it('refuses what the program finds wrong', () => {
    const wrong = [
      [],
      { target: ['osv'] },
      { targets: ['osv rumprun'] },
      { severities: [{ severity: 'hint' }] },
      { defines: { osv: { '1X': '' } } },
      { defines: { osv: { X: [] } } },
      { guards: { osv: 'MY-OSV' } },
      { build: true },
      { build: { folder: 'out' } },
      { build: { targets: ['o s v'] } },
      { suppressions: [{ feature: 'function/fork' }] },
      { suppressions: [{ feature: 'fork', reason: 'no kind' }] },
    ];
    for (const value of wrong) {
      const text = JSON.stringify(value);
      assert.ok(!validate(value), text);
      assert.ok(readProjectFile(text, shippedKnowledge()).problems.length > 0, text);
    }
  });
});
