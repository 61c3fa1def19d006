/**
 * What an action is made for: a gap of an open document.
 */
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Gap } from '#core/gaps/gap.js';
import type { DocumentSyntax } from '../documentSyntax.js';
import type { Folder } from '../folder/folder.js';
import type { Session } from '../session.js';

export interface ActionContext {
  readonly session: Session;
  readonly folder: Folder;
  readonly path: string;
  readonly document: TextDocument;
  /** Undefined if there is no parser. */
  readonly syntax: DocumentSyntax | undefined;
  readonly gap: Gap;
  /** The diagnostic that the client shows for the gap. */
  readonly diagnostic: Diagnostic;
}

/** An action whose edit may be made later. */
export interface LazyAction {
  readonly action: CodeAction;
  /** Makes the edit; undefined if it turns out that there is none. */
  readonly edit?: () => Promise<CodeAction['edit']>;
}

/** Text of a line without its end. */
export function lineText(document: TextDocument, line: number): string {
  const text = document.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  return text.replace(/\r?\n$/, '');
}

/** How the document ends its lines. */
export function lineEnd(document: TextDocument): string {
  return document.getText().includes('\r\n') ? '\r\n' : '\n';
}
