/**
 * Opens the sample, and the folders that are given, in a real VS Code and tells how long a user waits:
 * `npm run e2e:times -- [FOLDER:FILE...]`, where the file is one with gaps. Exit status 0: all was measured.
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
const SAMPLE = `${join(PROJECT_ROOT, 'sample', 'relayd')}:src/process.c`;
const tests = await bundleSuites(join(PROJECT_ROOT, 'test', 'e2e', 'host', 'times.ts'));
stdout.write(`${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? 'unknown'})\n`);
for (const given of [SAMPLE, ...argv.slice(2)]) {
  const colon = given.lastIndexOf(':');
  const folder = resolve(env.INIT_CWD ?? cwd(), given.slice(0, colon));
  // The extension host gets the environment.
  env.UNIGAP_TIMES_FILE = given.slice(colon + 1);
  stdout.write(`\n${folder}\n`);
  const { failed } = await runInExtensionHost('node', { extension: EXTENSION_FOLDER, tests }, folder);
  if (failed > 0) process.exitCode = 1;
}
