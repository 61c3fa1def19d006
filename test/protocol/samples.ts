/**
 * Texts that the suites send, and folders to send them from.
 */
import { pathToFileURL } from 'node:url';
import { whileInFolder } from '../support/temporaryFolder.js';

export const FORK = '#include <unistd.h>\nint start(void)\n{\n\treturn fork();\n}\n';
/** Where `fork` stands in it. */
export const FORK_RANGE = { start: { line: 3, character: 8 }, end: { line: 3, character: 12 } };
export const PLAIN = 'int answer(void) { return 42; }\n';

/** A document that is in no folder. */
export const LOOSE = 'file:///nowhere/at/all/main.c';

/** Files in a folder, with the folder's URI and a function to the URIs of files. */
export function whileInWorkspace(
  files: Readonly<Record<string, string>>,
  test: (folder: string, uriOf: (path: string) => string) => Promise<void>,
): Promise<void> {
  return whileInFolder(files, (path) => {
    const uriOf = (name: string): string => pathToFileURL(`${path}/${name}`).href;
    return test(pathToFileURL(path).href, uriOf);
  });
}
