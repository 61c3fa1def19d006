/**
 * Bundles suites and mocha into one file that an extension host of either kind loads.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { SUITE_BUNDLE_FOLDER } from './places.js';

/** Returns the bundle's path, for the host that runs `run` of the given source. */
export async function bundleSuites(source: string): Promise<string> {
  mkdirSync(SUITE_BUNDLE_FOLDER, { recursive: true });
  // Mocha's file for browsers is no ECMAScript module, but lies in a package that says all its .js files are.
  const mocha = join(SUITE_BUNDLE_FOLDER, 'mocha.cjs');
  copyFileSync(join(PROJECT_ROOT, 'node_modules', 'mocha', 'mocha.js'), mocha);
  const outfile = join(SUITE_BUNDLE_FOLDER, 'suites.cjs');
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    alias: { mocha },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
