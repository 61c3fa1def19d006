/**
 * "Restart Server".
 */
import { commands, type Disposable, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export function registerRestartServer(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('unigap.restartServer', async () => {
    // A server that crashed cannot be told to stop; it is started all the same.
    if (client.isRunning()) await client.stop().catch(() => undefined);
    try {
      await client.start();
    } catch (error) {
      window.showErrorMessage(l10n.t('The language server could not start: {0}', (error as Error).message));
    }
  });
}
