import assert from 'node:assert/strict';
import { comparedImports, sourceVersion } from '#tools/accuracy/binaries.js';
import { inFolder } from '../support/temporaryFolder.js';

describe('accuracy: imports of binaries', () => {
  const names = new Set(['fork', 'kill', 'flock', 'read']);

  it('are exact where both have the same of the names that count', () => {
    const imports = new Map([
      ['fork', 'bin/a'],
      ['kill', 'bin/b'],
      ['puts', 'bin/a'],
    ]);
    const truth = { truth_symbols_interesting: ['kill', 'fork', 'exit'] };
    assert.deepEqual(comparedImports(truth, imports, names), { found: 2, missing: [], extra: [] });
  });

  it('tell what one of both has alone', () => {
    const truth = { truth_symbols_interesting: ['fork', 'flock'] };
    assert.deepEqual(
      comparedImports(
        truth,
        new Map([
          ['fork', 'a'],
          ['kill', 'b'],
        ]),
        names,
      ),
      {
        found: 1,
        missing: ['flock'],
        extra: [['kill', 'b']],
      },
    );
  });

  const controls: readonly (readonly [string, string, string])[] = [
    ['of its own name', 'Package: toy\nVersion: 1.2-3\n', '1.2-3'],
    ['of a source of the same version', 'Package: libtoy1\nSource: toy\nVersion: 1.2-3\n', '1.2-3'],
    ['built anew', 'Package: libtoy1\nSource: toy (1.2-3)\nVersion: 1.2-3+b1\n', '1.2-3'],
  ];
  for (const [what, control, version] of controls) {
    it(`are bound to the version of the source: a package ${what}`, () => {
      inFolder({ 'DEBIAN/control': control }, (folder) => assert.equal(sourceVersion(folder), version));
    });
  }

  it('are of an unknown version without a control file', () => {
    inFolder({ 'usr/bin/toy': '' }, (folder) => assert.equal(sourceVersion(folder), 'unknown'));
  });
});
