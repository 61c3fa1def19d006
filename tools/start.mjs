// The main job: the port-readiness report of a folder, or of the bundled sample application.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const args = given.length > 0 ? given : [join('sample', 'relayd')];
const cwd = given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;
const result = spawnSync(process.execPath, [join(root, 'dist', 'unigap.js'), 'scan', ...args], {
  stdio: 'inherit',
  cwd,
});
// That the program has gaps is the report, not a failure of npm start.
process.exitCode = result.status === 1 ? 0 : (result.status ?? 2);
