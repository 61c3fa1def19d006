/**
 * What an extension host runs to measure how long a user waits: until the extension is active, until a file that is
 * opened has diagnostics, and until the report of the whole folder is there.
 */
import * as vscode from 'vscode';
import { printEvent } from '../../../tools/e2e/suiteEvent.js';

/** What the extension exports, as far as it is needed here. */
interface Exports {
  readonly client: {
    sendRequest(method: string, params: object): Promise<{ filesScanned: number; gaps: object[] }>;
  };
}

export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = vscode.Uri.joinPath(folder.uri, process.env.UNIGAP_TIMES_FILE ?? '');
  const extension = vscode.extensions.getExtension<Exports>('unigap.unigap');
  if (!extension) throw new Error('the extension is not there');
  const exports = await timed('activation, with the start of the server', () => extension.activate());
  const { size } = await vscode.workspace.fs.stat(file);
  const name = `${vscode.workspace.asRelativePath(file)} (${Math.round(size / 1024)} kB)`;
  await timed(`first diagnostics of ${name}`, () => diagnosed(file));
  const report = await timed('report of the whole folder', () =>
    exports.client.sendRequest('unigap/report', {}),
  );
  await timed('report again', () => exports.client.sendRequest('unigap/report', {}));
  printEvent({ event: 'told', text: `${report.filesScanned} files, ${report.gaps.length} gaps` });
  printEvent({ event: 'end' });
}

async function timed<T>(what: string, work: () => Thenable<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  printEvent({ event: 'told', text: `${what}: ${Math.round(performance.now() - start)} ms` });
  return result;
}

/** Opens the file and waits for what the extension says of it. */
async function diagnosed(uri: vscode.Uri): Promise<void> {
  const told = new Promise<void>((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'unigap')) return;
      listener.dispose();
      resolve();
    });
  });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await told;
}
