/**
 * What the language client is told: which documents there are, and how the server starts. The server itself says
 * which settings and files it wants to hear of.
 */
import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '#server/protocol.js';
import { PAGE_SCHEME } from '../pages/featureUri.js';
import { documentSelector } from './documentSelector.js';

/** @param inBrowser whether the server runs where there is no file system. */
export function clientOptions(
  extensionUri: Uri,
  log: LogOutputChannel,
  inBrowser: boolean,
): LanguageClientOptions {
  const schemes = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return {
    documentSelector: documentSelector(schemes),
    // Asked again at every start of the server.
    initializationOptions: (): InitializationOptions => ({
      // Names of files are resolved against it, so it ends in a slash. What serves an extension to a browser may
      // not know percent encodings.
      distUri: `${Uri.joinPath(extensionUri, 'dist').toString(inBrowser)}/`,
      filesByClient: inBrowser || schemes.some((scheme) => scheme !== 'file'),
      pageScheme: PAGE_SCHEME,
      settings: plainSettings(),
    }),
    outputChannel: log,
    traceOutputChannel: log,
  };
}

/** The settings as plain data: a configuration object has methods, which cannot be posted to a worker. */
function plainSettings(): unknown {
  return JSON.parse(JSON.stringify(workspace.getConfiguration('unigap')));
}
