/**
 * Which files of a folder are scanned, where an editor lists them: the rules of `.gitignore` files, and what the
 * project leaves out.
 */
import ignore, { type Ignore } from 'ignore';

/**
 * @param paths relative to the folder.
 * @param exclude globs in the manner of `.gitignore`.
 * @param ignoreFiles texts of `.gitignore` files by the path of their folder, '' or ending in a slash.
 */
export function keptFiles(
  paths: readonly string[],
  exclude: readonly string[],
  ignoreFiles: ReadonlyMap<string, string>,
): string[] {
  const excluded = ignore().add([...exclude]);
  const included = paths.filter((path) => !excluded.ignores(path));
  const rules = new Map<string, Ignore>();
  for (const [folder, text] of ignoreFiles) rules.set(folder, ignore().add(text));
  const kept = included.filter((path) => !isIgnored(path, rules));
  // Rules that leave nothing are meant for another purpose: a build folder that ignores itself.
  return kept.length > 0 ? kept : included;
}

/** The nearest `.gitignore` that says something of the path decides. */
function isIgnored(path: string, rules: ReadonlyMap<string, Ignore>): boolean {
  let end = path.lastIndexOf('/');
  for (;;) {
    const folder = path.slice(0, end + 1);
    const verdict = rules.get(folder)?.test(path.slice(folder.length));
    if (verdict?.ignored) return true;
    if (verdict?.unignored || end < 0) return false;
    end = path.lastIndexOf('/', end - 1);
  }
}
