/**
 * "Explain Feature…": a list of all features; the page of the chosen one is opened.
 */
import { commands, type Disposable, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FEATURES_REQUEST, type FeatureItem, OPEN_FEATURE_COMMAND } from '#server/protocol.js';
import { featurePicks } from './featurePicks.js';

export function registerExplainFeature(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('unigap.explainFeature', async () => {
    const features = client.sendRequest<FeatureItem[]>(FEATURES_REQUEST);
    const picks = features.then((items) => featurePicks(items, wordAtCursor()));
    const picked = await window.showQuickPick(picks, {
      title: l10n.t('Explain Feature'),
      placeHolder: l10n.t('A function, header, flag, signal, path or command'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked) await commands.executeCommand(OPEN_FEATURE_COMMAND, picked.feature);
  });
}

function wordAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active);
  return range && editor?.document.getText(range);
}
