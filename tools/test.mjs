// All tiers of tests, and one summary line over them: style, then the suites.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
let passed = 0;
let failed = 0;
let skipped = 0;

const biome = spawnSync(
  process.execPath,
  [join('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
  {
    stdio: 'inherit',
  },
);
if (biome.status === 0) passed++;
else failed++;

const mocha = new Mocha({
  reporter: process.env.CI ? 'dot' : 'spec',
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
});
for (const file of testFiles(join('out', 'test'))) mocha.addFile(file);
await mocha.loadFilesAsync();
const runner = await new Promise((resolve) => {
  const run = mocha.run(() => resolve(run));
});
passed += runner.stats.passes;
failed += runner.stats.failures;
skipped += runner.stats.pending;
if (runner.stats.tests === 0) {
  console.error('no test was found in out/test');
  failed++;
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);

function testFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.js'))
    .map((entry) => join(root, entry.parentPath, entry.name))
    .sort();
}
