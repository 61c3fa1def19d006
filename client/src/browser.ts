/**
 * The extension in a browser: the server is a worker.
 */
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Extension, startExtension } from './extension.js';

let extension: Extension | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<Extension> {
  const url = Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js').toString(true);
  extension = await startExtension(context, {
    inBrowser: true,
    createClient: (options) => new LanguageClient('unigap', 'Unigap', () => startWorker(url), options),
  });
  return extension;
}

export async function deactivate(): Promise<void> {
  await extension?.client.stop();
  worker?.terminate();
}

/**
 * Called at every start of the server: the client ends the talk with a worker, not the worker itself. It gets the
 * ends of the talk, since a worker of the web extension host is no `Worker` that it would know.
 */
function startWorker(url: string): Promise<MessageTransports> {
  worker?.terminate();
  worker = new Worker(url);
  return Promise.resolve({
    reader: new BrowserMessageReader(worker),
    writer: new BrowserMessageWriter(worker),
  });
}
