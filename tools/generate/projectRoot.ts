/**
 * Where the project is: programs of this folder run from `out/tools/<folder>/`, and read and write below the
 * folder that holds `package.json`.
 */
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's folder, with a slash at its end. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
