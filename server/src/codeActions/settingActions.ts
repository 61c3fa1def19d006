/**
 * A setting of a server, in its configuration file or where it is started, becomes the one with which it asks for nothing.
 */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { settingAdvice, settingWords } from '#core/messages/settingText.js';
import { commandEdits } from '#core/servers/commandEdits.js';
import { settingOf } from '#core/servers/server.js';
import { serverFileOf } from '#core/servers/serverFile.js';
import { settingEdits } from '#core/servers/settingEdits.js';
import type { ActionContext, LazyAction } from './actionContext.js';

export function settingActions({
  session,
  gap,
  path,
  document,
  diagnostic,
}: Pick<ActionContext, 'session' | 'gap' | 'path' | 'document' | 'diagnostic'>): LazyAction[] {
  const found = settingOf(gap.use.feature, session.services.knowledge.servers());
  if (!found) return [];
  const { server, setting } = found;
  const file = serverFileOf(path);
  const text = document.getText();
  const start = document.offsetAt({ line: gap.use.line, character: gap.use.column });
  const changes =
    file?.server === server.id
      ? settingEdits(text, file, server, setting)
      : commandEdits(text, start, start + gap.use.name.length, setting);
  if (changes.length === 0) return [];
  const edits = changes.map(
    (change): TextEdit => ({
      range: { start: document.positionAt(change.start), end: document.positionAt(change.end) },
      newText: change.text,
    }),
  );
  const what = settingAdvice(settingWords(setting));
  const title = setting.loses === undefined ? what : `${what} (lost: ${shortened(setting.loses)})`;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  return [{ action, edit: async () => ({ changes: { [document.uri]: edits } }) }];
}

/** What is lost, without what to do for it: the hover tells that. */
function shortened(loses: string): string {
  return loses.split(':', 1)[0];
}
