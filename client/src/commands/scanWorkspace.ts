/**
 * "Scan Workspace": diagnoses all files now, and makes the report that the tree shows.
 */
import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SCAN_REQUEST, type StatusParams } from '#server/protocol.js';
import { longRequest } from '../language/longRequest.js';
import type { ReportStore } from '../report/reportStore.js';
import { countsText } from '../status/statusText.js';

export function registerScanWorkspace(client: BaseLanguageClient, reports: ReportStore): Disposable {
  return commands.registerCommand('unigap.scanWorkspace', async () => {
    if (!workspace.workspaceFolders?.length) {
      window.showInformationMessage(l10n.t('Open a folder first: there is nothing to scan.'));
      return;
    }
    try {
      await scan(client, reports);
    } catch (error) {
      window.showErrorMessage(l10n.t('The workspace could not be scanned: {0}', (error as Error).message));
    }
  });
}

async function scan(client: BaseLanguageClient, reports: ReportStore): Promise<void> {
  const status = await longRequest<StatusParams>(client, SCAN_REQUEST, {
    location: ProgressLocation.Notification,
    title: l10n.t('Unigap: scanning the workspace'),
    cancellable: true,
  });
  if (!status || !(await reports.load())) return;
  const report = l10n.t('Show Report');
  const chosen = await window.showInformationMessage(
    l10n.t('Unigap: {0} in {1} files.', countsText(status, l10n.t), status.filesScanned),
    report,
  );
  if (chosen === report) await commands.executeCommand('unigap.showReport');
}
