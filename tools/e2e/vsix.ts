/**
 * The packaged extension.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

/** Path of the package that `npm run package` has made; an exception if it has not. */
export function findVsix(): string {
  const folders = [join(PROJECT_ROOT, 'dist'), PROJECT_ROOT];
  const found = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.vsix'))
      .map((name) => join(folder, name)),
  );
  if (found.length !== 1) throw new Error(`npm run package makes one .vsix; there are ${found.length}`);
  return found[0];
}
