/**
 * Requests that take long: their progress is shown, and they can be cancelled.
 */
import { type ProgressOptions, window } from 'vscode';
import {
  type BaseLanguageClient,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
} from 'vscode-languageclient';
import type { ReportParams } from '#server/protocol.js';

let requests = 0;

/**
 * Sends a request with `ReportParams`. The result is undefined if the user cancels it, or the reading of the workspace
 * that it waits for.
 * @param others parameters of the request besides.
 */
export function longRequest<Result>(
  client: BaseLanguageClient,
  method: string,
  options: ProgressOptions,
  others: object = {},
): Thenable<Result | undefined> {
  return window.withProgress(options, async (progress, token) => {
    requests++;
    const params: ReportParams = { ...others, workDoneToken: `unigap-client-${requests}` };
    let shown = 0;
    const listener = client.onProgress(WorkDoneProgress.type, params.workDoneToken as string, (value) => {
      if (value.kind === 'end') return;
      const percentage = value.percentage ?? shown;
      progress.report({ message: value.message ?? '', increment: percentage - shown });
      shown = percentage;
    });
    try {
      return await client.sendRequest<Result>(method, params, token);
    } catch (error) {
      if (token.isCancellationRequested || isCancellation(error)) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  });
}

function isCancellation(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled;
}
