/**
 * Which of the scanned roots has a file.
 */

export interface RootedPath {
  /** Index of the root. */
  readonly root: number;
  /** Relative to it. */
  readonly path: string;
}

/** @param prefixes what stands before the paths of each root, '' or ending in a slash. */
export function rootedPath(prefixes: readonly string[]): (path: string) => RootedPath {
  return prefixes.length === 1 ? theOnlyRoot : rootByPrefix(prefixes);
}

/** Paths of a single root have nothing before them. */
function theOnlyRoot(path: string): RootedPath {
  return { root: 0, path };
}

/** Of folders in each other the inner one has the file. */
function rootByPrefix(prefixes: readonly string[]): (path: string) => RootedPath {
  const longestFirst = prefixes
    .map((prefix, root) => ({ prefix, root }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  return (path) => {
    const { prefix, root } = longestFirst.find((one) => path.startsWith(one.prefix)) ?? {
      prefix: '',
      root: 0,
    };
    return { root, path: path.slice(prefix.length) };
  };
}
