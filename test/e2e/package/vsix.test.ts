import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findVsix } from '#tools/e2e/vsix.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { zipNames } from './zipNames.js';

const LIMIT_BYTES = 3_000_000;

describe('package', () => {
  let archive: Buffer;
  let names: readonly string[];
  before(() => {
    archive = readFileSync(findVsix());
    names = zipNames(archive);
  });

  it('is small', () => {
    assert.ok(archive.length < LIMIT_BYTES, `${archive.length} bytes`);
  });

  it('holds no source, test or map', () => {
    const surplus = names.filter(
      (name) =>
        /\.(?:ts|map|tsbuildinfo|test\.js|vsix)$/.test(name) ||
        /(?:^|\/)(?:node_modules|test|out)\//.test(name),
    );
    assert.deepEqual(surplus, []);
  });

  it('holds what the manifest names', () => {
    const manifest = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
    const named: string[] = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
    ];
    const inside = new Set(names.map((name) => name.toLowerCase().replace(/(?<=license)\.txt$/, '')));
    const missing = named.filter(
      (name) => !inside.has(`extension/${name.replace(/^\.\//, '')}`.toLowerCase()),
    );
    assert.deepEqual(missing, []);
  });
});
