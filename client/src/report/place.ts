/**
 * A place in a scanned folder, as reports name it.
 */
import type { ReportDocument } from '#server/protocol.js';

export interface Place {
  /** Index into the report's `roots`. */
  readonly root: number;
  /** Relative to it, with forward slashes. */
  readonly path: string;
  /** Line and column count from zero. */
  readonly line: number;
  readonly column: number;
}

/** What a report says of its folders. */
export type WithRoots = Pick<ReportDocument, 'rootUris'>;

/** The folder that a root of a report is. Folders may have been added, removed or sorted since the report was made. */
export function folderOfRoot<Folder extends { readonly uri: { toString(): string } }>(
  { rootUris }: WithRoots,
  root: number,
  folders: readonly Folder[],
): Folder | undefined {
  const uri = rootUris?.[root];
  // Both come from the editor; the server's end in a slash.
  return folders.find((folder) => `${folder.uri.toString().replace(/\/$/, '')}/` === uri);
}

/** Whether a relative path stays in its folder. */
export function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}
