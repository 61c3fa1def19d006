/**
 * Actions that take a statement out of the build for a target: `#if !defined(__RUMPRUN__)`.
 */
import { CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { latin1 } from '#core/c/directive.js';
import type { Grammar, SyntaxEngine, SyntaxNode } from '#core/engine/engine.js';
import type { TargetInfo } from '#core/knowledge/knowledge.js';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { sourceLanguage } from '#core/scan/language.js';
import { type ActionContext, type LazyAction, lineEnd, lineText } from './actionContext.js';

/** Statements that leave the rest as it is when they are taken out. A declaration does not: others need its names. */
const STATEMENTS = new Set([
  'expression_statement',
  'if_statement',
  'while_statement',
  'for_statement',
  'do_statement',
  'switch_statement',
  'return_statement',
  'goto_statement',
]);

export function guardActions(context: ActionContext): LazyAction[] {
  const { gap, session, folder, diagnostic } = context;
  const ids = [...new Set(gap.targets.map(({ target }) => target.id))];
  return ids.flatMap((id): LazyAction[] => {
    const info = session.services.knowledge.targets.get(id);
    if (!info) return [];
    const macro = folder.settings.guards[id] ?? ownMacro(info);
    const title =
      macro === undefined
        ? `Guard the statement: leave it out for ${info.name}`
        : `Guard the statement: leave it out for ${info.name} (#if !defined(${macro}))`;
    const action = { title, kind: CodeActionKind.RefactorRewrite, diagnostics: [diagnostic] };
    if (macro !== undefined) return [{ action, edit: () => guardEdit(context, macro) }];
    const reason =
      `A program for ${info.name} sees the macros of Linux and none of its own: ` +
      `name one for your build in ${PROJECT_FILE}, "guards": { "${id}": "MY_MACRO" }.`;
    return [{ action: { ...action, disabled: { reason } } }];
  });
}

/** The macro by which a target's compiler tells itself from all others. */
function ownMacro({ id, predefines }: TargetInfo): string | undefined {
  const name = `__${id.toUpperCase()}__`;
  return predefines.macros && name in predefines.macros ? name : undefined;
}

async function guardEdit(context: ActionContext, macro: string): Promise<WorkspaceEdit | undefined> {
  const { document, gap, session, path } = context;
  const bytes = new TextEncoder().encode(document.getText());
  const text = latin1(bytes, 0, bytes.length);
  const grammar: Grammar = sourceLanguage(path)?.cplusplus ? 'cpp' : 'c';
  const engine = await session.services.engine(grammar);
  const lines = statementLines(engine, grammar, text, gap.use.start, gap.use.end);
  if (!lines) return undefined;
  const { first, last } = lines;
  const end = lineEnd(document);
  const before = `#if !defined(${macro})${end}`;
  const after = `#endif${end}`;
  const guarded = spliceLines(text, first, last, before.replaceAll('\r', ''), after.replaceAll('\r', ''));
  if (errorsIn(engine, grammar, guarded) > errorsIn(engine, grammar, text)) return undefined;
  const isLastLine = last + 1 >= document.lineCount;
  const insert = (line: number, newText: string) => ({
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    newText,
  });
  const closing = isLastLine
    ? {
        range: {
          start: { line: last, character: lineText(document, last).length },
          end: { line: last, character: lineText(document, last).length },
        },
        newText: `${end}#endif`,
      }
    : insert(last + 1, after);
  return { changes: { [document.uri]: [insert(first, before), closing] } };
}

/** Zero-based lines of the statement around a place, if it has these lines for itself. */
function statementLines(
  engine: SyntaxEngine,
  grammar: Grammar,
  text: string,
  start: number,
  end: number,
): { first: number; last: number } | undefined {
  const tree = engine.parse(grammar, text);
  try {
    let node: SyntaxNode | null = tree.rootNode.descendantForIndex(start, end - 1);
    while (node && !(STATEMENTS.has(node.type) && node.parent?.type === 'compound_statement')) {
      node = node.parent;
    }
    if (!node) return undefined;
    const lineStart = text.lastIndexOf('\n', node.startIndex - 1) + 1;
    const newline = text.indexOf('\n', node.endIndex);
    const lineStop = newline < 0 ? text.length : newline;
    const isAlone =
      text.slice(lineStart, node.startIndex).trim() === '' &&
      /^\s*(?:\/\/.*|\/\*.*\*\/\s*)?$/.test(text.slice(node.endIndex, lineStop));
    // A line that goes on by a backslash belongs to a macro.
    if (!isAlone || /\\\r?$/.test(text.slice(lineStart, lineStop))) return undefined;
    return { first: linesBefore(text, lineStart), last: linesBefore(text, node.endIndex) };
  } finally {
    tree.delete();
  }
}

function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function spliceLines(text: string, first: number, last: number, before: string, after: string): string {
  const lines = text.split(/(?<=\n)/);
  if (!lines[last].endsWith('\n')) lines[last] += '\n';
  lines.splice(last + 1, 0, after);
  lines.splice(first, 0, before);
  return lines.join('');
}

/** Places that the grammar does not understand. */
function errorsIn(engine: SyntaxEngine, grammar: Grammar, text: string): number {
  const tree = engine.parse(grammar, text);
  const count = (node: SyntaxNode): number => {
    let errors = node.type === 'ERROR' ? 1 : 0;
    for (let i = 0; i < node.childCount; i++) {
      const child = node.child(i);
      if (child) errors += count(child);
    }
    return errors;
  };
  const errors = count(tree.rootNode);
  tree.delete();
  return errors;
}
