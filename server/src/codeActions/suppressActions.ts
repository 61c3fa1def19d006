/**
 * Actions that keep a gap from being told: in its line, in its file, in the project.
 */
import type { Edit } from 'jsonc-parser';
import { CodeActionKind, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { suppressionText } from '#core/suppressions/suppressionComment.js';
import type { Session } from '../session.js';
import { type ActionContext, type LazyAction, lineEnd } from './actionContext.js';
import { lineSuppression } from './lineSuppression.js';
import { globOf, withSuppression } from './projectSuppression.js';

/** Stands where the user is to write the reason. */
export const REASON = 'reason?';

export function suppressActions(context: ActionContext): LazyAction[] {
  const { gap, diagnostic } = context;
  const { feature } = gap.use;
  const actions: LazyAction[] = [];
  const add = (title: string, edit: () => WorkspaceEdit): void => {
    actions.push({
      action: { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] },
      edit: () => Promise.resolve(edit()),
    });
  };
  const { document } = context;
  // Other files than source have comments of their own forms.
  if (!gap.use.operation) {
    const line = lineSuppression(document, gap.use.line, feature, REASON);
    if (line) add(`Suppress ${feature} on this line`, () => ({ changes: { [document.uri]: [line] } }));
    add(`Suppress ${feature} in this file`, () => fileEdit(context));
  }
  if (context.session.folders.all.includes(context.folder)) actions.push(projectAction(context));
  return actions;
}

function fileEdit({ document, gap }: ActionContext): WorkspaceEdit {
  const comment = suppressionText('file', [gap.use.feature], REASON);
  return { changes: { [document.uri]: [atStart(`${comment}${lineEnd(document)}`)] } };
}

/** Adds to `unigap.json`. A file outside of the workspace has none that would be read. */
function projectAction({ folder, gap, path, session, diagnostic }: ActionContext): LazyAction {
  const { feature } = gap.use;
  const title = `Suppress ${feature} in the project (${PROJECT_FILE})`;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  const { text } = folder;
  const added = withSuppression(text ?? '', { feature, path: globOf(path), reason: REASON });
  if (!added) return { action: { ...action, disabled: { reason: `${PROJECT_FILE} is not a JSON object.` } } };
  const uri = folder.uri.uriOf(PROJECT_FILE);
  const edit =
    text === undefined
      ? newFile(uri, added.content, session)
      : { changes: { [uri]: [textEdit(text, added)] } };
  return { action, edit: async () => edit };
}

function newFile(uri: string, text: string, { abilities }: Session): WorkspaceEdit {
  if (!abilities.createsFiles) return { changes: { [uri]: [atStart(text)] } };
  const create: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [atStart(text)] };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, create] };
}

function textEdit(text: string, { offset, length, content }: Edit) {
  const document = TextDocument.create('', 'json', 0, text);
  return {
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    newText: content,
  };
}

function atStart(newText: string) {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, newText };
}
