/**
 * A place in a scanned folder, as reports name it.
 */
export interface Place {
  /** Index into the report's `roots`. */
  readonly root: number;
  /** Relative to it, with forward slashes. */
  readonly path: string;
  /** Line and column count from zero. */
  readonly line: number;
  readonly column: number;
}

/**
 * The folder that a root of a report is. Folders may have been added, removed or sorted since the report was made,
 * so the name decides and the index only between folders of one name.
 */
export function folderOfRoot<Folder extends { readonly name: string }>(
  roots: readonly string[],
  root: number,
  folders: readonly Folder[],
): Folder | undefined {
  const name = roots[root];
  if (folders[root]?.name === name) return folders[root];
  return folders.find((folder) => folder.name === name) ?? (roots.length === 1 ? folders[0] : undefined);
}

/** Whether a relative path stays in its folder. */
export function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}
