// All tiers of tests, or those that are named, and one summary line over them: `node tools/test.mjs [TIER...]`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const tests = join('out', 'test');
const load = (name) => import(new URL(`../out/tools/e2e/${name}.js`, import.meta.url).href);

// In the order in which they run: what is quick, and what the others need, comes first.
const tiers = {
  style: () => step(join('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'),
  unit: () => suites((path) => !path.startsWith('protocol') && !path.startsWith('e2e')),
  package: async () => sum(step(join('tools', 'package.mjs')), await suites(below('e2e/package'))),
  protocol: () => suites(below('protocol')),
  host: () => whereEditor(() => inExtensionHost('node')),
  web: () => whereEditor(() => inExtensionHost('worker')),
  ui: () => whereEditor(() => suites(below('e2e/ui'))),
  neovim: () => whereNeovim(() => suites(below('e2e/neovim'))),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(tiers, name));
if (unknown.length > 0) {
  console.error(`no such tier: ${unknown.join(', ')}; there are ${Object.keys(tiers).join(', ')}`);
  process.exit(2);
}
let total = { passed: 0, failed: 0, skipped: 0 };
for (const name of named.length > 0 ? named : Object.keys(tiers)) {
  console.log(`\n${name}`);
  total = sum(total, await tiers[name]());
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A program that passes or fails as a whole. */
function step(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function below(folder) {
  return (path) => path.startsWith(join(...folder.split('/')));
}

/** @param isWanted asked with paths relative to the folder of tests. */
async function suites(isWanted) {
  const mocha = new Mocha({
    reporter: process.env.CI ? 'dot' : 'spec',
    timeout: 60_000,
    forbidOnly: Boolean(process.env.CI),
  });
  for (const file of testFiles().filter(isWanted)) mocha.addFile(join(root, tests, file));
  await mocha.loadFilesAsync();
  const { stats } = await new Promise((resolve) => {
    const run = mocha.run(() => resolve(run));
  });
  // A tier that found nothing to run has not passed.
  if (stats.tests === 0) console.error(`no test was found in ${tests}`);
  return {
    passed: stats.passes,
    failed: stats.tests === 0 ? 1 : stats.failures,
    skipped: stats.pending,
  };
}

function testFiles() {
  return readdirSync(tests, { recursive: true })
    .filter((path) => path.endsWith('.test.js'))
    .sort();
}

async function inExtensionHost(kind) {
  const { runHostSuites } = await load('hostSuites');
  return runHostSuites(kind);
}

async function whereEditor(run) {
  const { problemOfEditor } = await load('editor');
  const problem = problemOfEditor();
  return problem === undefined ? run() : cannotRun(problem);
}

async function whereNeovim(run) {
  const { findNeovim } = await load('neovim');
  const found = findNeovim();
  return 'problem' in found ? cannotRun(found.problem) : run();
}

/** Nothing that was left out may look as if it had passed; in CI it counts as failed. */
function cannotRun(problem) {
  console.error(`\n******** THESE TESTS DID NOT RUN: ${problem}\n`);
  return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}
