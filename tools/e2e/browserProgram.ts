/**
 * The Chromium that shows the workbench: the system's where there is one, otherwise one from npm.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackage } from './installPackage.js';

const PACKAGED = { name: '@sparticuz/chromium', version: '147.0.0' };
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of its program file. */
export async function findBrowser(): Promise<string> {
  return systemBrowser() ?? packagedBrowser();
}

function systemBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(':');
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * The package unpacks its program into the folder for temporary files. The flags that it proposes are left alone:
 * they switch off what keeps pages apart.
 */
async function packagedBrowser(): Promise<string> {
  const folder = await installPackage(PACKAGED);
  const entry = pathToFileURL(join(folder, 'build', 'esm', 'index.js')).href;
  const { default: chromium } = await import(entry);
  return chromium.executablePath();
}
