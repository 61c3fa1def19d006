/**
 * The server in Node: over standard input and output (`--stdio`), a socket or the IPC of an editor.
 */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { ClientFiles } from './clientFiles.js';
import { NodeFiles } from './node/nodeFiles.js';
import { startServer } from './startServer.js';

const dist = `${pathToFileURL(dirname(argv[1])).href}/`;

const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

startServer(createConnection(ProposedFeatures.all), {
  readShipped: (name, options) => readFile(new URL(name, options.distUri ?? dist)),
  files: (connection, options) =>
    options.filesByClient ? new ClientFiles(connection) : new NodeFiles(yieldTurn),
  yieldTurn,
  exit: (code) => process.exit(code),
});
