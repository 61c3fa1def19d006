/**
 * Opens the place of a gap in an editor.
 */
import { l10n, Range, Uri, type ViewColumn, window, workspace } from 'vscode';
import { folderOfRoot, isInside, type Place, type WithRoots } from './place.js';

/** @param report that names the place. */
export async function openPlace(report: WithRoots, place: Place, column?: ViewColumn): Promise<void> {
  const uri = uriOfPlace(report, place);
  if (!uri) {
    window.showWarningMessage(l10n.t('The folder of {0} is not open any more.', place.path));
    return;
  }
  const start = [place.line, place.column] as const;
  const selection = new Range(...start, ...start);
  try {
    await window.showTextDocument(
      uri,
      column === undefined ? { selection } : { selection, viewColumn: column },
    );
  } catch {
    window.showWarningMessage(l10n.t('{0} cannot be opened.', place.path));
  }
}

export function uriOfPlace(report: WithRoots, { root, path }: Place): Uri | undefined {
  const folder = folderOfRoot(report, root, workspace.workspaceFolders ?? []);
  return folder && isInside(path) ? Uri.joinPath(folder.uri, path) : undefined;
}
