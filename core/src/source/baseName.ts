/**
 * Names of files without their folders, of paths with forward slashes.
 */

/** What stands behind the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of what a template is made into: `config.h.in` becomes the `config.h` that is included. */
export function madeName(path: string): string {
  return baseName(path).replace(/\.in$/, '');
}

/** The name up to its first dot, of what a template is made into. */
export function madeStem(path: string): string {
  return madeName(path).replace(/\..*$/, '');
}
