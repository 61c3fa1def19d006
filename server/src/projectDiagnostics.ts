/**
 * What is wrong in `unigap.json`, as diagnostics in that file.
 */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unusedProjectText } from '#core/messages/unusedSuppressionText.js';
import { SOURCE, UNUSED_SUPPRESSION } from './diagnostics.js';
import type { Folder } from './folder/folder.js';

/** Problems, and suppressions that no gap needs once all files are known. */
export function projectDiagnostics(folder: Folder): Diagnostic[] {
  const { text } = folder;
  if (text === undefined) return [];
  const document = TextDocument.create('', 'json', 0, text);
  const range = (start: number, end: number): Diagnostic['range'] => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  const problems = folder.project.problems.map(
    ({ message, start, end }): Diagnostic => ({
      range: range(start, end),
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      message,
    }),
  );
  const unused = folder.isLoaded
    ? folder.unusedSuppressions().map(
        ({ feature, start, end }): Diagnostic => ({
          range: range(start, end),
          severity: DiagnosticSeverity.Information,
          source: SOURCE,
          code: UNUSED_SUPPRESSION,
          message: unusedProjectText(feature),
          tags: [DiagnosticTag.Unnecessary],
        }),
      )
    : [];
  return [...problems, ...unused];
}
