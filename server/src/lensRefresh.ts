/**
 * Lets the client ask for code lenses again where something else than its own edit has changed them: settings, a
 * folder that was read, another file.
 */
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Session } from './session.js';

/** Many changes at once are told as one. */
const REFRESH_MILLISECONDS = 50;

export class LensRefresh {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {}

  refreshSoon(): void {
    const { abilities, connection } = this.session;
    if (!abilities.refreshesLenses) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch((error: unknown) => connection.console.error(String(error)));
    }, REFRESH_MILLISECONDS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
