/**
 * The whole statement around a place, as lines that a condition can be put around.
 */
import type { SyntaxNode } from '#core/engine/engine.js';
import { pathTo } from '#core/source/nodePath.js';
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

/** What holds whole statements, so that one can be left out or doubled. */
const HOLDERS: ReadonlySet<string> = new Set(['compound_statement', 'case_statement', 'labeled_statement']);

/** From the start of its first line to behind the end of its last one. */
export interface StatementLines {
  readonly start: number;
  readonly end: number;
  /** Kind of the statement, as the grammar calls it. */
  readonly type: string;
  /** Whether a label needs it: nothing that could stand for it comes behind. */
  readonly isLabeled: boolean;
}

/** Undefined unless the statement has its lines for itself. */
export function statementAround(
  syntax: DocumentSyntax,
  start: number,
  end: number,
  kinds: ReadonlySet<string>,
): StatementLines | undefined {
  return syntax.around(start, (root, region) => {
    const path = pathTo(root, start - region.start, end - region.start);
    const at = path.findLastIndex(({ type }, i) => kinds.has(type) && i > 0 && HOLDERS.has(path[i - 1].type));
    if (at < 0) return undefined;
    const { startIndex, endIndex, type } = path[at];
    const lines = linesOf(syntax.text, region.start + startIndex, region.start + endIndex);
    return lines && { ...lines, type, isLabeled: isLabeled(path.slice(0, at + 1)) };
  });
}

/** @param path from the root to a statement. */
function isLabeled(path: readonly SyntaxNode[]): boolean {
  let at = path.length - 1;
  // Out of the label, and of those around it.
  while (at > 0 && LABELS.has(path[at - 1].type) && besides(path[at - 1], path[at], -1)?.type === ':') {
    const next = besides(path[at - 1], path[at], 1);
    if (next) return !isStatement(next);
    at--;
  }
  if (at === path.length - 1) return false;
  const next = besides(path[at - 1], path[at], 1);
  return !next || !isStatement(next);
}

const LABELS: ReadonlySet<string> = new Set(['case_statement', 'labeled_statement']);

/** Before C23, a label before a declaration is an error. */
function isStatement({ type }: SyntaxNode): boolean {
  return type.endsWith('_statement');
}

/** What stands before a child or behind it, but for comments. */
function besides(parent: SyntaxNode, { startIndex }: SyntaxNode, step: 1 | -1): SyntaxNode | undefined {
  const children = Array.from({ length: parent.childCount }, (_, i) => parent.child(i)).filter(
    (child) => child !== null && child.type !== 'comment',
  );
  return children[children.findIndex((child) => child?.startIndex === startIndex) + step] ?? undefined;
}

/**
 * Lines in front of a statement and behind it.
 * @param before with its line's end; `after` is without.
 */
export function linesAround(
  { start, end }: Pick<StatementLines, 'start' | 'end'>,
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

function linesOf(text: string, start: number, end: number): { start: number; end: number } | undefined {
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
