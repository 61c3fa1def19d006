// Lays out the extension as it is installed, in dist/vscode: what is packed, and a development folder for hosts that
// refuse the package itself. The web extension host takes a manifest with "type": "module" for an ES module, which it
// cannot load; and vsce would pack by the manifest of the whole project.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const STAGE = join('dist', 'vscode');

/** What ships, from the project's root; what is not built yet is left out. */
const SHIPPED = [
  'CHANGELOG.md',
  'LICENSE',
  'package.nls.json',
  'client/l10n',
  'client/media/activity.svg',
  'client/media/icon.png',
  'client/media/screenshots',
  'client/schema',
  'client/walkthrough',
  'dist/extension.cjs',
  'dist/extension-web.js',
  'dist/server-node.cjs',
  'dist/server-worker.js',
  'dist/knowledge.json',
  'dist/wasm',
  'dist/webview',
  'sample/relayd',
];

/** Fields of the manifest that only the project needs. */
const OF_PROJECT = ['private', 'type', 'bin', 'imports', 'scripts', 'devDependencies', 'dependencies'];

export function stageExtension() {
  rmSync(STAGE, { recursive: true, force: true });
  for (const path of SHIPPED) {
    if (!existsSync(path)) continue;
    mkdirSync(dirname(join(STAGE, path)), { recursive: true });
    cpSync(path, join(STAGE, path), { recursive: true });
  }
  // Its pictures lie where they lie in the project, which is another way from there.
  const readme = readFileSync('client/README.md', 'utf8').replaceAll('](media/', '](client/media/');
  writeFileSync(join(STAGE, 'README.md'), readme);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const field of OF_PROJECT) delete manifest[field];
  delete manifest.engines.node;
  manifest.files = ['**'];
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
