import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const SCHEMA = JSON.parse(readFileSync(join(PROJECT_ROOT, 'cli', 'schema', 'report.schema.json'), 'utf8'));

describe('cli: the JSON document', () => {
  const validate = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
  }).compile(SCHEMA);
  const runs: readonly string[][] = [
    ['sample/relayd'],
    ['sample/relayd', '--uses'],
    ['sample/relayd', 'test/fixtures/c/uses', '--uses', '--target', 'osv@0.57,osv+linux-ld,rumprun'],
    ['sample/relayd', '--min-severity', 'error'],
    ['test/fixtures/c', '--no-ignore', '--with', 'USE_X', '--without', 'HAVE_X'],
  ];
  for (const args of runs) {
    it(`fits its schema: ${args.join(' ')}`, () => {
      const { out } = runUnigap(['scan', '--format', 'json', ...args], { cwd: PROJECT_ROOT });
      const document = JSON.parse(out);
      validate(document);
      assert.deepEqual(validate.errors ?? [], []);
      assert.ok(document.gaps.length > 10);
      assert.equal('uses' in document, args.includes('--uses'));
    });
  }

  it('fits its schema: with a baseline, and with gaps that are suppressed', () => {
    const source =
      'int f(void) { return fork(); }\nint g(void) { return setsid(); } // unigap-ignore-line -- a\n';
    inFolder({ 'a.c': source }, (folder) => {
      const scan = (...args: string[]): string =>
        runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder }).out;
      scan('--update-baseline');
      const document = JSON.parse(scan('--format', 'json'));
      validate(document);
      assert.deepEqual(validate.errors ?? [], []);
      assert.deepEqual(
        [document.baseline, document.suppressed[0].by],
        [{ gone: 0, worsened: [] }, 'comment'],
      );
    });
  });

  it('is refused with a field that the schema does not know', () => {
    const { out } = runUnigap(['scan', '--format', 'json', 'sample/relayd'], { cwd: PROJECT_ROOT });
    assert.equal(validate({ ...JSON.parse(out), extra: 1 }), false);
  });
});
