// Builds everything: TypeScript to out/, the shipped program with its data and grammars to dist/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

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
await build({
  entryPoints: ['out/cli/main.js'],
  outfile: 'dist/unigap.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true,
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as unigapRequire } from 'node:module';\nconst require = unigapRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const server = {
  bundle: true,
  minify: true,
  keepNames: true,
  logLevel: 'warning',
  mainFields: ['module', 'main'],
};
await build({
  ...server,
  entryPoints: ['out/server/node.js'],
  outfile: 'dist/server-node.cjs',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
});
await build({
  ...server,
  entryPoints: ['out/server/browser.js'],
  outfile: 'dist/server-worker.js',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  define: { 'import.meta.url': 'self.location.href' },
});
if (!quiet) console.log('built: out/, dist/');
