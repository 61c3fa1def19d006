/**
 * Installs one package from npm into a folder of its own, once. No script of a package is run.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALLED_FOLDER } from './places.js';

export interface Wanted {
  readonly name: string;
  readonly version: string;
  /** A folder inside of the package that has a `package.json` with dependencies of its own. */
  readonly inner?: string;
}

/** Returns the folder of the package. */
export async function installPackage({ name, version, inner }: Wanted): Promise<string> {
  const folder = join(INSTALLED_FOLDER, name.replace('/', '+'));
  const installed = join(folder, 'node_modules', name);
  // Written last: an installation that was interrupted has none, and is made again.
  const stamp = join(folder, '.unigap-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return installed;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, `${name}@${version}`);
  if (inner !== undefined) await npmInstall(join(installed, inner));
  writeFileSync(stamp, version);
  return installed;
}

async function npmInstall(folder: string, ...packages: readonly string[]): Promise<void> {
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', ['install', ...flags, ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  let complaints = '';
  npm.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const status = await new Promise((resolve) => npm.once('error', resolve).once('close', resolve));
  if (status !== 0) {
    const what = packages.join(' ') || `what ${join(folder, 'package.json')} asks for`;
    throw new Error(`npm could not install ${what}; it needs the npm registry once:\n${complaints.trim()}`);
  }
}
