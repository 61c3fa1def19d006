/**
 * Opens the sample, and the folders that are given, in a real VS Code and tells how long a user waits:
 * `npm run e2e:times -- [FOLDER...]`. Exit status 0: all was measured.
 */
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, cwd, env, stderr, stdout } from 'node:process';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { bundleSuites } from './bundleSuites.js';
import { problemOfEditor } from './editor.js';
import { runInExtensionHost } from './extensionHost.js';
import { EXTENSION_FOLDER } from './places.js';

const problem = problemOfEditor();
if (problem !== undefined) {
  stderr.write(`${problem}\n`);
  process.exit(2);
}
const given = argv.slice(2).map((folder) => resolve(env.INIT_CWD ?? cwd(), folder));
const tests = await bundleSuites(join(PROJECT_ROOT, 'tools', 'e2e', 'timesInHost.ts'));
stdout.write(`${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? 'unknown'})\n`);
for (const folder of [join(PROJECT_ROOT, 'sample', 'relayd'), ...given]) {
  stdout.write(`\n${folder}\n`);
  const { failed } = await runInExtensionHost('node', { extension: EXTENSION_FOLDER, tests }, folder);
  if (failed > 0) process.exitCode = 1;
}
