/**
 * The order in which gaps are told.
 */

/** The path has the name of its folder before it where several are scanned. */
export interface OrderedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The folder with most gaps first, which is the program's own source, then by path: tools stand beside it. */
export function mainFolderFirst<T>(gaps: readonly T[], placeOf: (gap: T) => OrderedPlace): T[] {
  const main = mainFolder(gaps, placeOf);
  const rank = (path: string): number => (topFolder(path) === main ? 0 : 1);
  return [...gaps].sort((one, other) => {
    const a = placeOf(one);
    const b = placeOf(other);
    if (a.path === b.path) return a.line - b.line || a.column - b.column;
    return rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1);
  });
}

/** Of equal ones the first, '' for the files outside of any. */
function mainFolder<T>(gaps: readonly T[], placeOf: (gap: T) => OrderedPlace): string {
  const counts = new Map<string, number>();
  for (const gap of gaps) {
    const folder = topFolder(placeOf(gap).path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  let main = '';
  for (const [folder, number] of counts) if (number > (counts.get(main) ?? 0)) main = folder;
  return main;
}

function topFolder(path: string): string {
  return path.slice(0, path.indexOf('/') + 1);
}
