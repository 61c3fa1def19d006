/**
 * The language server, whoever runs it: answers of the protocol, put together from the parts beside this file.
 */
import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { ClientAbilities } from './clientAbilities.js';
import { FIX_ALL } from './codeActions/fixAllKind.js';
import type { Host } from './host.js';
import type { InitializationOptions } from './protocol.js';
import { makeServices } from './services.js';
import { Session } from './session.js';
import { readSettings } from './settings.js';

/** Answers the client until it says goodbye. */
export function startServer(connection: Connection, host: Host): void {
  let session: Session | undefined;
  let hasShutDown = false;

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    try {
      session = new Session({
        connection,
        host,
        options,
        services: await makeServices(host, options),
        files: host.files(connection, options),
        abilities: new ClientAbilities(params.capabilities, options),
        settings: readSettings(options.settings),
        folders: foldersOf(params),
      });
    } catch (error) {
      throw new ResponseError(1, `unigap cannot start: ${(error as Error).message}`, { retry: false });
    }
    session.listen();
    return { capabilities: capabilities(session.abilities), serverInfo: { name: 'unigap' } };
  });
  connection.onInitialized(() => session?.start());
  connection.onShutdown(() => {
    hasShutDown = true;
    session?.stop();
  });
  connection.onExit(() => host.exit(hasShutDown ? 0 : 1));
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function capabilities(abilities: ClientAbilities): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: false },
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'refactor.rewrite', FIX_ALL],
      resolveProvider: true,
    },
    ...(abilities.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'unigap',
            interFileDependencies: true,
            workspaceDiagnostics: true,
            workDoneProgress: true,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
