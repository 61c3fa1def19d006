/**
 * Makefiles that people write: what they define on the command line of the compiler, also where that is commented out
 * for the builder to choose.
 */
import type { BuildFileFacts } from './buildFileFacts.js';

/** `-DPOSIX`, `-D HAVE_X=1`, and what a recipe writes into a header: `#define HAVE_X`. */
const DEFINITION = /(?:(?<![\w-])-D\s*|#\s*define\s+)([A-Za-z_]\w*)/g;

export function readMakefile(_path: string, text: string): BuildFileFacts {
  const set = new Set([...text.matchAll(DEFINITION)].map(([, name]) => name));
  return { probes: [], options: [], set: [...set] };
}
