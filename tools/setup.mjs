// Installs the packages of package-lock.json where they are missing or of another state. Plain Node: it runs first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`unigap needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}
const stamp = join(root, 'node_modules', '.unigap-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing packages (once) ...');
  // Output goes to standard error: the standard output of `npm start` is the report alone.
  const result = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm install failed: see above. Without a network, install the packages beforehand.');
    process.exit(2);
  }
  writeFileSync(stamp, wanted);
}
