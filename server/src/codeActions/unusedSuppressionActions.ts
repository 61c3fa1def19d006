/**
 * Takes out comments that suppress nothing any more.
 */
import { CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressionText } from '#core/suppressions/suppressionComment.js';
import type { FileGaps } from '../folder/folder.js';
import { type LazyAction, lineText } from './actionContext.js';

type Unused = FileGaps['unused'][number];

export function unusedSuppressionAction(
  document: TextDocument,
  { unused }: FileGaps,
  diagnostic: Diagnostic,
): LazyAction[] {
  const { line, character } = diagnostic.range.start;
  const one = unused.find(({ comment }) => comment.line === line && comment.column === character);
  if (!one) return [];
  return [
    {
      action: {
        title: 'Remove the suppression',
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
      },
      edit: () => Promise.resolve({ changes: { [document.uri]: [removal(document, one)] } }),
    },
  ];
}

/** Takes out the comment, its line if nothing else is on it, or the features that it need not name. */
export function removal(document: TextDocument, { comment, features }: Unused): TextEdit {
  const { line } = comment;
  const text = lineText(document, line);
  const opening = text.lastIndexOf('/*', comment.column);
  const isLineComment = text.slice(0, comment.column).includes('//');
  const block = opening >= 0 && !isLineComment;
  // In a block comment of several lines the marks stay.
  const isInner = opening < 0 && !isLineComment;
  const start = isInner ? comment.column : block ? opening : text.lastIndexOf('//', comment.column);
  const close = text.indexOf('*/', comment.column);
  const isOpen = isInner || (block && close < 0);
  const end = isOpen ? comment.endColumn : block ? close + 2 : text.length;
  const rest = comment.features.filter((id) => !features.includes(id));
  if (rest.length > 0) {
    const newText = suppressionText(comment.scope, rest, comment.reason);
    const inMarks = /^\/\* (.*) \*\/$/;
    return {
      range: range(line, start, line, end),
      newText: block ? newText : newText.replace(inMarks, isInner ? '$1' : '// $1'),
    };
  }
  if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '') {
    return { range: range(line, 0, line + 1, 0), newText: '' };
  }
  const before = text.slice(0, start).trimEnd().length;
  return { range: range(line, before, line, end), newText: '' };
}

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
