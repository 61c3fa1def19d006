/**
 * The server in a worker of a browser.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientFiles } from './clientFiles.js';
import { startServer } from './startServer.js';

const scope = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
  async readShipped(name, options) {
    const answer = await fetch(new URL(name, options.distUri));
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
    return new Uint8Array(await answer.arrayBuffer());
  },
  files: (client) => new ClientFiles(client),
  yieldTurn: () => new Promise((resolve) => setTimeout(resolve)),
  exit: () => close(),
});
