/**
 * Places as SARIF has them: lines and columns from one, and addresses that begin at the working folder, which in CI is
 * the root of the repository.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Stands for the working folder. Where that lies on the machine of the scan is nobody's business. */
export const WORKING_FOLDER = '%SRCROOT%';

/** From zero, as places are inside. */
export interface SarifPlace {
  readonly line: number;
  readonly column: number;
  /** Undefined for the rest of the line. */
  readonly endColumn?: number | undefined;
}

/**
 * @param path relative to the working folder, with forward slashes.
 * @param place in the file; undefined for the file as a whole.
 */
export function physicalLocation(path: string, place: SarifPlace | undefined): object {
  const location = { artifactLocation: artifactLocation(path) };
  if (!place) return location;
  const { line, column, endColumn } = place;
  return {
    ...location,
    region: {
      startLine: line + 1,
      startColumn: column + 1,
      ...(endColumn !== undefined ? { endColumn: endColumn + 1 } : {}),
    },
  };
}

/** What lies outside of the working folder has an absolute address. */
function artifactLocation(path: string): object {
  if (path.startsWith('../') || path.startsWith('/') || /^[A-Za-z]:/.test(path))
    return { uri: pathToFileURL(resolve(path)).href };
  // Half of a character, which file names may have on Windows, has no address.
  const text = Buffer.from(path).toString();
  const uri = text.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: WORKING_FOLDER };
}
