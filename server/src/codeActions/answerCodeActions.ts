/**
 * Code actions.
 */
import type { Session } from '../session.js';

export function answerCodeActions(session: Session): void {
  session.connection.onCodeAction(() => []);
}
