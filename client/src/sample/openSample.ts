/**
 * "Open the Sample Program": copies it to a folder that can be edited, and opens the copy.
 */
import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { SAMPLE_FILES, SAMPLE_FOLDER, SAMPLE_START } from './sampleFiles.js';

export function registerOpenSample(context: ExtensionContext): Disposable {
  return commands.registerCommand('unigap.openSample', async () => {
    const parent = await chooseParent(context.globalStorageUri);
    if (!parent) return;
    const folder = Uri.joinPath(parent, 'relayd');
    try {
      await copySample(Uri.joinPath(context.extensionUri, SAMPLE_FOLDER), folder);
    } catch (error) {
      window.showErrorMessage(l10n.t('The sample could not be copied: {0}', (error as Error).message));
      return;
    }
    await window.showTextDocument(Uri.joinPath(folder, SAMPLE_START));
    const open = l10n.t('Open Folder');
    const chosen = await window.showInformationMessage(
      l10n.t('The report and the tree of gaps need the whole folder.'),
      open,
    );
    if (chosen === open) await commands.executeCommand('vscode.openFolder', folder);
  });
}

async function chooseParent(storage: Uri): Promise<Uri | undefined> {
  const items = [
    {
      label: l10n.t('Keep it with the extension'),
      detail: l10n.t('It goes when the extension is removed.'),
      isStorage: true,
    },
    { label: l10n.t('Choose a folder…'), detail: l10n.t('A folder relayd is made in it.'), isStorage: false },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Where to copy the sample program') });
  if (!picked) return undefined;
  if (picked.isStorage) return storage;
  const folders = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: l10n.t('Copy Here'),
  });
  return folders?.[0];
}

/** Copies what is not there yet: a copy that the user has edited stays. */
async function copySample(from: Uri, to: Uri): Promise<void> {
  for (const file of SAMPLE_FILES) {
    const copy = Uri.joinPath(to, file);
    const exists = await workspace.fs.stat(copy).then(
      () => true,
      () => false,
    );
    if (!exists) await workspace.fs.writeFile(copy, await workspace.fs.readFile(Uri.joinPath(from, file)));
  }
}
