/**
 * Actions that take a statement out of the build for a target: `#if !defined(__RUMPRUN__)`.
 */
import { CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { DocumentSyntax } from '../documentSyntax.js';
import { type ActionContext, type LazyAction, lineEnd } from './actionContext.js';
import { linesAround, REMOVABLE, statementAround } from './statementAround.js';
import { targetMacro } from './targetMacro.js';

export function guardActions(context: ActionContext): LazyAction[] {
  const { gap, session, folder, diagnostic } = context;
  const ids = [...new Set(gap.targets.map(({ target }) => target.id))];
  return ids.flatMap((id): LazyAction[] => {
    const info = session.services.knowledge.targets.get(id);
    if (!info) return [];
    const macro = targetMacro(info, folder.settings);
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

async function guardEdit(context: ActionContext, macro: string): Promise<WorkspaceEdit | undefined> {
  const { document, gap, session, path } = context;
  const syntax = await DocumentSyntax.of(document, path, session.services);
  const lines = syntax && statementAround(syntax, gap.use.start, gap.use.end, REMOVABLE);
  if (!lines) return undefined;
  const edits = linesAround(lines, syntax.text, `#if !defined(${macro})${lineEnd(document)}`, '#endif');
  if (!syntax.parsesAsWellWith(edits)) return undefined;
  return { changes: { [document.uri]: edits.map((edit) => syntax.textEdit(edit)) } };
}
