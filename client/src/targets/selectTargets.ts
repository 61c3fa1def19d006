/**
 * "Select Targets": a list with check boxes. The choice goes where the targets are read from: into `unigap.json` of
 * each folder that has one, and into the setting where a folder has none.
 */
import {
  ConfigurationTarget,
  commands,
  type Disposable,
  l10n,
  Range,
  Uri,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { TARGETS_REQUEST, type TargetItem } from '#server/protocol.js';
import { withTargets } from './targetEdits.js';
import { type TargetPick, targetPicks } from './targetPicks.js';

export function registerSelectTargets(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('unigap.selectTargets', async () => {
    const targets = client.sendRequest<TargetItem[]>(TARGETS_REQUEST);
    const picks: Promise<TargetPick[]> = targets.then(targetPicks);
    const picked = await window.showQuickPick(picks, {
      title: l10n.t('Select Targets'),
      placeHolder: l10n.t('Platforms to port to'),
      canPickMany: true,
      matchOnDescription: true,
    });
    if (!picked) return;
    if (picked.length === 0) {
      window.showWarningMessage(l10n.t('At least one target is needed; nothing was changed.'));
      return;
    }
    await writeTargets(picked.map(({ target }) => target));
  });
}

async function writeTargets(targets: readonly string[]): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const files = await Promise.all(folders.map(projectFileOf));
  for (const file of files) if (file) await writeToFile(file, targets);
  if (folders.length === 0 || files.includes(undefined)) {
    const where = folders.length === 0 ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
    await workspace.getConfiguration('unigap').update('targets', targets, where);
  }
}

async function projectFileOf({ uri }: WorkspaceFolder): Promise<Uri | undefined> {
  const file = Uri.joinPath(uri, PROJECT_FILE);
  try {
    await workspace.fs.stat(file);
    return file;
  } catch {
    return undefined;
  }
}

async function writeToFile(file: Uri, targets: readonly string[]): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const text = document.getText();
  const changed = withTargets(text, targets);
  if (changed === undefined) {
    window.showErrorMessage(l10n.t('{0} has an error that has to be corrected first.', PROJECT_FILE));
    await window.showTextDocument(document);
    return;
  }
  const wasDirty = document.isDirty;
  const edit = new WorkspaceEdit();
  edit.replace(file, new Range(document.positionAt(0), document.positionAt(text.length)), changed);
  await workspace.applyEdit(edit);
  // Edits of the user's own that are not saved yet are the user's to save.
  if (!wasDirty) await document.save();
}
