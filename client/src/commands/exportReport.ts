/**
 * "Export Report…": writes the report to a file.
 */
import { commands, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPORT_REQUEST, type ExportParams } from '#server/protocol.js';
import { longRequest } from '../language/longRequest.js';
import { type ExportFormat, isExportFormat } from '../report/panelMessages.js';

const ENDINGS: Record<ExportFormat, string> = { markdown: 'md', html: 'html', json: 'json' };

export function registerExportReport(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('unigap.exportReport', async (given: unknown) => {
    // A menu hands over what it stands on.
    const format = isExportFormat(given) ? given : await chooseFormat();
    if (!format) return;
    const file = await window.showSaveDialog({
      defaultUri: defaultFile(ENDINGS[format]),
      filters: { [formatName(format)]: [ENDINGS[format]] },
      title: l10n.t('Export Report'),
    });
    if (!file) return;
    try {
      await exportTo(client, file, format);
    } catch (error) {
      window.showErrorMessage(l10n.t('The report could not be exported: {0}', (error as Error).message));
    }
  });
}

async function exportTo(client: BaseLanguageClient, file: Uri, format: ExportFormat): Promise<void> {
  const text = await longRequest<string>(
    client,
    EXPORT_REQUEST,
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Unigap: exporting the report'),
      cancellable: true,
    },
    { format } satisfies ExportParams,
  );
  if (text === undefined) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const open = l10n.t('Open');
  const chosen = await window.showInformationMessage(l10n.t('The report was exported.'), open);
  if (chosen === open) await commands.executeCommand('vscode.open', file);
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const details: Record<ExportFormat, string> = {
    markdown: l10n.t('For an issue or a wiki'),
    html: l10n.t('One file that shows by itself in any browser'),
    json: l10n.t('For programs'),
  };
  const items = (['markdown', 'html', 'json'] as const).map((format) => ({
    label: formatName(format),
    detail: details[format],
    format,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Export Report') }))?.format;
}

function formatName(format: ExportFormat): string {
  return { markdown: 'Markdown', html: 'HTML', json: 'JSON' }[format];
}

function defaultFile(ending: string): Uri {
  const name = `unigap-report.${ending}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.file(`/${name}`);
}
