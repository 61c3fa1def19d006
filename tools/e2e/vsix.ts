/**
 * The packaged extension.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

/** Path of the package that `npm run package` has made; an exception if it has not. */
export function findVsix(): string {
  const { name, version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  const path = join(PROJECT_ROOT, `${name}-${version}.vsix`);
  if (!existsSync(path)) throw new Error(`there is no ${path}; npm run package makes it`);
  return path;
}
