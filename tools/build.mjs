// Builds everything: TypeScript to out/, the shipped program with its data and grammars to dist/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLES } from './bundles.mjs';
import { stageExtension } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const quiet = process.argv.includes('--quiet');

const compiled = spawnSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(2);

mkdirSync(join('dist', 'wasm'), { recursive: true });
const { buildBundle } = await import(pathToFileURL(join(root, 'out/tools/generate/bundle.js')).href);
await buildBundle(join(root, 'dist', 'knowledge.json'));
copyFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', 'dist/wasm/web-tree-sitter.wasm');
for (const folder of readdirSync('grammars')) {
  const { package: name, wasm } = JSON.parse(readFileSync(join('grammars', folder, 'grammar.json'), 'utf8'));
  copyFileSync(join('node_modules', name, wasm), join('dist', 'wasm', wasm));
}
const present = BUNDLES.filter(({ source }) => existsSync(source));
await Promise.all(present.map(({ options }) => build({ bundle: true, logLevel: 'warning', ...options })));
stageExtension();
if (!quiet) console.log('built: out/, dist/');
