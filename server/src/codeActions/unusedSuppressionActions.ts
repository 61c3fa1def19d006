/**
 * Takes out comments that suppress nothing any more.
 */
import { CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressionWords } from '#core/suppressions/suppressionComment.js';
import type { FileGaps } from '../folder/folder.js';
import { type LazyAction, lineText } from './actionContext.js';

type Unused = FileGaps['unused'][number];
type Comment = Unused['comment'];

export function unusedSuppressionAction(
  document: TextDocument,
  { unused }: FileGaps,
  diagnostic: Diagnostic,
): LazyAction[] {
  const { line, character } = diagnostic.range.start;
  const one = unused.find(({ comment }) => comment.line === line && comment.column === character);
  const edit = one && removal(document, one);
  if (!edit) return [];
  return [
    {
      action: {
        title: 'Remove the suppression',
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
      },
      edit: () => Promise.resolve({ changes: { [document.uri]: [edit] } }),
    },
  ];
}

/**
 * Takes out the comment, its line if nothing else is on it, or the features that it need not name.
 * @returns undefined if the comment says other things as well, or goes on in the next line.
 */
export function removal(document: TextDocument, { comment, features }: Unused): TextEdit | undefined {
  const { line } = comment;
  const place = placeOf(document, comment);
  if (!place) return undefined;
  const { start, end, marks } = place;
  const rest = comment.features.filter((id) => !features.includes(id));
  if (rest.length > 0) {
    const words = suppressionWords(comment.scope, rest, comment.reason);
    return { range: range(line, start, line, end), newText: marks[0] + words + marks[1] };
  }
  const text = lineText(document, line);
  const before = text.slice(0, start).trimEnd();
  const behind = text.slice(end);
  if (before !== '') {
    // A comment stands for a space.
    const newText = /^(?:$|\s)/.test(behind) ? '' : ' ';
    return { range: range(line, before.length, line, end), newText };
  }
  if (behind.trim() !== '') {
    const space = behind.length - behind.trimStart().length;
    return { range: range(line, start, line, end + space), newText: '' };
  }
  // The last line of a macro: without it, the next line would belong to the macro.
  const isContinued = line > 0 && lineText(document, line - 1).endsWith('\\');
  return { range: isContinued ? range(line, 0, line, end) : range(line, 0, line + 1, 0), newText: '' };
}

/** What is taken out in the line of a comment, and the marks around the words there. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly [opening: string, closing: string];
}

function placeOf(document: TextDocument, { line, column, endColumn, around }: Comment): Place | undefined {
  const text = lineText(document, line);
  const isBlock = around.kind === 'block-comment';
  const isAlone = ONLY_MARKS.test(text.slice(around.column ?? 0, column));
  if (!isAlone) return undefined;
  // In a block comment that began in an earlier line the marks stay.
  if (around.column === undefined)
    return isBlock ? { start: column, end: endColumn, marks: ['', ''] } : undefined;
  if (around.endColumn === undefined) return undefined;
  const end = Math.min(around.endColumn, text.length); // without the CR of the line's end
  return { start: around.column, end, marks: isBlock ? ['/* ', ' */'] : ['// ', ''] };
}

const ONLY_MARKS = /^[\s*/!]*$/;

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
