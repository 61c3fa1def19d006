/**
 * The language status item of C and C++: targets in use, whether the server is busy, what it found.
 */
import { Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { STATUS_NOTIFICATION, type StatusParams } from '#server/protocol.js';
import { statusText } from './statusText.js';

const NOTHING_FOUND = { targets: [], errors: 0, warnings: 0, informations: 0, filesScanned: 0 } as const;

export function registerLanguageStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('unigap.status', [{ language: 'c' }, { language: 'cpp' }]);
  item.name = 'Unigap';
  item.command = { command: 'unigap.selectTargets', title: l10n.t('Select Targets') };
  const show = (status: StatusParams): void => {
    const { text, detail, severity, isBusy } = statusText(status, l10n.t);
    item.text = text;
    item.detail = detail;
    item.severity = severity === 'error' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.busy = isBusy;
  };
  show({ state: 'starting', ...NOTHING_FOUND });
  return Disposable.from(
    item,
    client.onNotification(STATUS_NOTIFICATION, show),
    client.onDidChangeState(({ newState }) => {
      // A running server tells its state itself.
      if (newState === State.Running) return;
      const problem = l10n.t('The language server is not running.');
      if (newState === State.Starting) show({ state: 'starting', ...NOTHING_FOUND });
      else show({ state: 'failed', problem, ...NOTHING_FOUND });
    }),
  );
}
