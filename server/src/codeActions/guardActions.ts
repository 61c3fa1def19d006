/**
 * Actions that take a statement out of the build for a target: `#if !defined(__RUMPRUN__)`.
 */
import { CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import type { DocumentSyntax } from '../documentSyntax.js';
import { type ActionContext, type LazyAction, lineEnd } from './actionContext.js';
import { linesAround, REMOVABLE, type StatementLines, statementAround } from './statementAround.js';
import { targetMacro } from './targetMacro.js';

export function guardActions(context: ActionContext): LazyAction[] {
  const { gap, session, folder, diagnostic, syntax } = context;
  if (!syntax) return [];
  const ids = [...new Set(gap.targets.map(({ target }) => target.id))];
  const lines = statementAround(syntax, gap.use.start, gap.use.end, REMOVABLE);
  return ids.flatMap((id): LazyAction[] => {
    const info = session.services.knowledge.targets.get(id);
    if (!info) return [];
    const macro = targetMacro(info, folder.settings);
    const leftOut = `Guard ${lines ? nameOf(lines, syntax) : 'the statement'}: leave it out for ${info.name}`;
    const title = macro === undefined ? leftOut : `${leftOut} (#if !defined(${macro}))`;
    const action = { title, kind: CodeActionKind.RefactorRewrite, diagnostics: [diagnostic] };
    const disabled = (reason: string): LazyAction[] => [{ action: { ...action, disabled: { reason } } }];
    if (!lines) return disabled(NO_STATEMENT);
    if (lines.isLabeled) return disabled(LABELED);
    if (macro !== undefined) return [{ action, edit: async () => guardEdit(context, lines, macro, syntax) }];
    return disabled(
      `A program for ${info.name} sees the macros of Linux and none of its own: ` +
        `name one for your build in ${PROJECT_FILE}, "guards": { "${id}": "MY_MACRO" }.`,
    );
  });
}

const NO_STATEMENT =
  'There is no statement here that can be left out: it declares names, or shares its lines with other code.';
const LABELED = 'The label before the statement needs one behind it.';

/** Tells what else is left out if that is more than a line. */
function nameOf({ start, end, type }: StatementLines, syntax: DocumentSyntax): string {
  const first = syntax.lineOf(start) + 1;
  const last = syntax.lineOf(end - 1) + 1;
  if (first === last) return 'the statement';
  const kind = type === 'expression_statement' ? 'statement' : type.replace('_', ' ');
  return `the whole ${kind}, lines ${first} to ${last}`;
}

function guardEdit(
  { document }: ActionContext,
  lines: StatementLines,
  macro: string,
  syntax: DocumentSyntax,
): WorkspaceEdit | undefined {
  const edits = linesAround(lines, syntax.text, `#if !defined(${macro})${lineEnd(document)}`, '#endif');
  if (!syntax.parsesAsWellWith(edits)) return undefined;
  return { changes: { [document.uri]: edits.map((edit) => syntax.textEdit(edit)) } };
}
