/**
 * A comment that suppresses a feature in one line: above it, and where that cannot be, at its end.
 */
import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isInSpan } from '#core/suppressions/commentsIn.js';
import { suppressionText, suppressionWords } from '#core/suppressions/suppressionComment.js';
import { suppressionsIn } from '#core/suppressions/suppressionsIn.js';
import { lineEnd, lineText } from './actionContext.js';

/** Undefined where no comment can be: in a macro of several lines, and between strings and comments of several lines. */
export function lineSuppression(
  document: TextDocument,
  line: number,
  feature: string,
  reason: string,
): TextEdit | undefined {
  // The line above goes on here.
  if (line > 0 && /\\\s*$/.test(lineText(document, line - 1))) return undefined;
  const extended = extendedAbove(document, line, feature);
  if (extended) return extended;
  const text = document.getText();
  const here = lineText(document, line);
  if (!isInSpan(text, document.offsetAt({ line, character: 0 }))) {
    const indent = /^\s*/.exec(here)?.[0] ?? '';
    const comment = suppressionText('next-line', [feature], reason);
    return insertion(line, 0, `${indent}${comment}${lineEnd(document)}`);
  }
  const end = document.offsetAt({ line, character: here.length });
  if (/\\\s*$/.test(here) || isInSpan(text, end)) return undefined;
  return insertion(line, here.length, ` ${suppressionText('line', [feature], reason)}`);
}

/** One that stands above already, with the feature: another comment between it and the line would undo it. */
function extendedAbove(document: TextDocument, line: number, feature: string): TextEdit | undefined {
  const above = line - 1;
  if (above < 0 || !lineText(document, above).includes('unigap-ignore-next-line')) return undefined;
  const bytes = new TextEncoder().encode(document.getText());
  const comment = suppressionsIn(bytes, bytes.length).findLast(
    (one) => one.scope === 'next-line' && one.line === above,
  );
  if (!comment) return undefined;
  const { column, endColumn } = comment;
  return {
    range: { start: { line: above, character: column }, end: { line: above, character: endColumn } },
    newText: suppressionWords('next-line', [...comment.features, feature], comment.reason),
  };
}

function insertion(line: number, character: number, newText: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, newText };
}
