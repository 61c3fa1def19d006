/**
 * The whole statement around a place, as lines that a condition can be put around.
 */
import type { SyntaxNode } from '#core/engine/engine.js';
import type { DocumentSyntax } from '../documentSyntax.js';
import type { ByteEdit } from './byteEdit.js';

/** Statements that leave the rest as it is when they are taken out. A declaration does not: others need its names. */
export const REMOVABLE: ReadonlySet<string> = new Set([
  'expression_statement',
  'if_statement',
  'while_statement',
  'for_statement',
  'do_statement',
  'switch_statement',
  'return_statement',
  'goto_statement',
]);

/** Statements of which another form can stand in their place. */
export const REPLACEABLE: ReadonlySet<string> = new Set([...REMOVABLE, 'declaration']);

/** From the start of its first line to behind the end of its last one. */
export interface StatementLines {
  readonly start: number;
  readonly end: number;
}

/** Undefined unless the statement has its lines for itself. */
export function statementAround(
  syntax: DocumentSyntax,
  start: number,
  end: number,
  kinds: ReadonlySet<string>,
): StatementLines | undefined {
  return syntax.around(start, (root, region) => {
    let node: SyntaxNode | null = root.descendantForIndex(start - region.start, end - 1 - region.start);
    while (node && !(kinds.has(node.type) && node.parent?.type === 'compound_statement')) node = node.parent;
    return node
      ? linesOf(syntax.text, region.start + node.startIndex, region.start + node.endIndex)
      : undefined;
  });
}

/**
 * Lines in front of a statement and behind it.
 * @param before with its line's end; `after` is without.
 */
export function linesAround(
  { start, end }: StatementLines,
  text: string,
  before: string,
  after: string,
): ByteEdit[] {
  const isClosed = text[end - 1] === '\n';
  const newline = before.endsWith('\r\n') ? '\r\n' : '\n';
  return [
    { start, end: start, text: before },
    { start: end, end, text: isClosed ? `${after}${newline}` : `${newline}${after}` },
  ];
}

function linesOf(text: string, start: number, end: number): StatementLines | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineStop = newline < 0 ? text.length : newline;
  const isAlone =
    text.slice(lineStart, start).trim() === '' &&
    /^\s*(?:\/\/.*|\/\*.*\*\/\s*)?$/.test(text.slice(end, lineStop));
  // A line that goes on by a backslash belongs to a macro.
  if (!isAlone || /\\\r?$/.test(text.slice(lineStart, lineStop))) return undefined;
  return { start: lineStart, end: newline < 0 ? text.length : newline + 1 };
}
