/**
 * The extension where there is Node: the server is a process of its own.
 */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, startExtension } from './extension.js';

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<Extension> {
  const module = context.asAbsolutePath('dist/server-node.cjs');
  const transport = TransportKind.ipc;
  extension = await startExtension(context, {
    inBrowser: false,
    createClient: (options) =>
      new LanguageClient(
        'unigap',
        'Unigap',
        {
          run: { module, transport },
          debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
        },
        options,
      ),
  });
  return extension;
}

export function deactivate(): Promise<void> | undefined {
  return extension?.client.stop();
}
