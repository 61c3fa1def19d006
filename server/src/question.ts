/**
 * Requests of our own. Whatever a client sends as parameters, a handler gets an object and a token.
 */
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
} from 'vscode-languageserver';
import type { ReportParams } from './protocol.js';
import { timeSlices } from './timeSlices.js';

export function answerQuestion<P extends object, R>(
  connection: Connection,
  method: string,
  answer: (params: Partial<P>, token: CancellationToken) => R | Promise<R>,
): void {
  connection.onRequest(method, async (...given: unknown[]): Promise<unknown> => {
    const token = given.at(-1) as CancellationToken;
    const [params] = given.length > 1 ? given : [];
    const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
    return answer(isObject ? (params as P) : {}, token);
  });
}

/** Between two pieces of the work for an answer: gives others a turn, and ends the work if it was cancelled. */
export function slicesUntil(token: CancellationToken, yieldTurn: () => Promise<void>): () => Promise<void> {
  const pause = timeSlices(yieldTurn);
  return async () => {
    await pause();
    throwIfCancelled(token);
  };
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Tells how far a piece of work is under the client's token, if it gave one. */
export class ClientProgress {
  private isOpen = false;

  constructor(
    private readonly connection: Connection,
    private readonly token: ReportParams['workDoneToken'],
  ) {}

  begin(title: string): void {
    this.isOpen = true;
    this.send({ kind: 'begin', title, percentage: 0, cancellable: true });
  }

  report(percentage: number, message: string): void {
    if (this.isOpen) this.send({ kind: 'report', percentage, message });
  }

  end(): void {
    this.isOpen = false;
    this.send({ kind: 'end' });
  }

  private send(value: Parameters<Connection['sendProgress']>[2]): void {
    const { token } = this;
    if (typeof token !== 'string' && typeof token !== 'number') return;
    void this.connection.sendProgress(WorkDoneProgress.type, token, value as never);
  }
}
