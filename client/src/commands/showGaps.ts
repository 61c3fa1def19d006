/**
 * What a code lens does: lists the gaps of the lines that it counts; the chosen one is gone to.
 */
import { commands, type Diagnostic, type Disposable, l10n, languages, Range, Uri, window } from 'vscode';
import { SHOW_GAPS_COMMAND } from '#server/protocol.js';

export function registerShowGaps(): Disposable {
  return commands.registerCommand(
    SHOW_GAPS_COMMAND,
    async (uri: string, startLine: number, endLine: number) => {
      const document = Uri.parse(uri);
      const gaps = gapsIn(document, startLine, endLine);
      if (gaps.length === 0) {
        window.showInformationMessage(l10n.t('None of these gaps is shown as a diagnostic.'));
        return;
      }
      const items = gaps.map(({ message, range }) => ({
        label: message,
        description: l10n.t('line {0}', range.start.line + 1),
        range,
      }));
      const picked = await window.showQuickPick(items, { title: l10n.t('Gaps') });
      if (picked) await window.showTextDocument(document, { selection: picked.range });
    },
  );
}

/** Diagnostics of ours that begin in the lines, the last line included. */
function gapsIn(document: Uri, startLine: number, endLine: number): Diagnostic[] {
  const lines = new Range(startLine, 0, endLine + 1, 0);
  return languages
    .getDiagnostics(document)
    .filter(({ source, range }) => source === 'unigap' && lines.contains(range.start))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}
