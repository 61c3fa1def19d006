// Packs the extension: unigap-<version>.vsix.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STAGE, stageExtension } from './stage.mjs';

const MAX_BYTES = 3 * 1024 * 1024;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
stageExtension();
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = `unigap-${version}.vsix`;
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
// Pictures of the README lie in the package: there is no place on the web to link to.
const flags = [
  '--no-dependencies',
  '--no-rewrite-relative-links',
  '--allow-missing-repository',
  '--out',
  join(root, file),
];
const packed = spawnSync(process.execPath, [vsce, 'package', ...flags], { cwd: STAGE, stdio: 'inherit' });
if (packed.status !== 0) process.exit(2);
const { size } = statSync(file);
if (size > MAX_BYTES) {
  console.error(`${file} has ${size} bytes; it is to have at most ${MAX_BYTES}.`);
  process.exit(1);
}
