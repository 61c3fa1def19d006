/**
 * Actions that keep a gap from being told: in its line, in its file, in the project.
 */
import { applyEdits, type EditResult, modify } from 'jsonc-parser';
import { CodeActionKind, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { suppressionText } from '#core/suppressions/suppressionComment.js';
import { type ActionContext, type LazyAction, lineEnd } from './actionContext.js';
import { lineSuppression } from './lineSuppression.js';

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
  const line = lineSuppression(document, gap.use.line, feature, REASON);
  if (line) add(`Suppress ${feature} on this line`, () => ({ changes: { [document.uri]: [line] } }));
  add(`Suppress ${feature} in this file`, () => fileEdit(context));
  add(`Suppress ${feature} in the project (${PROJECT_FILE})`, () => projectEdit(context));
  return actions;
}

function fileEdit({ document, gap }: ActionContext): WorkspaceEdit {
  const comment = suppressionText('file', [gap.use.feature], REASON);
  return { changes: { [document.uri]: [atStart(`${comment}${lineEnd(document)}`)] } };
}

/** Adds to `unigap.json`, comments and layout kept; makes the file if there is none. */
function projectEdit({ folder, gap, path, session }: ActionContext): WorkspaceEdit {
  const uri = folder.uri.uriOf(PROJECT_FILE);
  const text = folder.text ?? '{}';
  const isList = /"suppressions"\s*:\s*\[/.test(text);
  const entry = { feature: gap.use.feature, path: `/${path}`, reason: REASON };
  const edits = modify(text, ['suppressions', ...(isList ? [-1] : [])], isList ? entry : [entry], {
    formattingOptions: { insertSpaces: true, tabSize: 2 },
    isArrayInsertion: isList,
  });
  if (folder.text !== undefined) return { changes: { [uri]: textEdits(text, edits) } };
  if (!session.abilities.createsFiles) return { changes: { [uri]: [atStart(applyEdits(text, edits))] } };
  const create: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [atStart(`${applyEdits(text, edits)}\n`)],
  };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, create] };
}

function textEdits(text: string, edits: EditResult) {
  const document = TextDocument.create('', 'json', 0, text);
  return edits.map(({ offset, length, content }) => ({
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    newText: content,
  }));
}

function atStart(newText: string) {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, newText };
}
