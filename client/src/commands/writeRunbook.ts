/**
 * "Write Operations Runbook": how the program is operated on a target, as a document to edit and keep.
 */
import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPORT_REQUEST, type ExportParams, TARGETS_REQUEST, type TargetItem } from '#server/protocol.js';
import { longRequest } from '../language/longRequest.js';
import { targetPicks } from '../targets/targetPicks.js';

export function registerWriteRunbook(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('unigap.writeRunbook', async (given: unknown) => {
    try {
      const target = typeof given === 'string' ? given : await chooseTarget(client);
      if (target === undefined) return;
      const text = await longRequest<string>(
        client,
        EXPORT_REQUEST,
        {
          location: ProgressLocation.Notification,
          title: l10n.t('Unigap: writing the runbook'),
          cancellable: true,
        },
        { format: 'runbook', target } satisfies ExportParams,
      );
      if (text === undefined) return;
      const document = await workspace.openTextDocument({ language: 'markdown', content: text });
      await window.showTextDocument(document);
    } catch (error) {
      window.showErrorMessage(l10n.t('The runbook could not be written: {0}', (error as Error).message));
    }
  });
}

/** One of the targets that are selected; where it is one, there is nothing to ask. */
async function chooseTarget(client: BaseLanguageClient): Promise<string | undefined> {
  const targets = await client.sendRequest<TargetItem[]>(TARGETS_REQUEST);
  const picks = targetPicks(targets.filter(({ isSelected }) => isSelected));
  if (picks.length === 1) return picks[0].target;
  const title = l10n.t('Write Operations Runbook');
  return (await window.showQuickPick(picks, { title, placeHolder: l10n.t('For which target?') }))?.target;
}
