/**
 * The sample's files, as VS Code has them.
 */
import * as vscode from 'vscode';
import { until } from './wait.js';

/** The feature and the place that the suites look at. */
export const FORK = { path: 'src/process.c', feature: 'function/fork', before: 'switch (fork', name: 'fork' };

export async function openSample(path: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The range of the name at the end of a text that stands once in the file. */
export function rangeOf(document: vscode.TextDocument, { before, name } = FORK): vscode.Range {
  const end = document.getText().indexOf(before) + before.length;
  return new vscode.Range(document.positionAt(end - name.length), document.positionAt(end));
}

/** What the extension says of a file. */
export function gapsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'unigap');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The diagnostic of a range, once it is there. */
export function gapAt(document: vscode.TextDocument, range = rangeOf(document)): Promise<vscode.Diagnostic> {
  return until(`a diagnostic at line ${range.start.line + 1} of ${document.uri.path}`, () =>
    gapsOf(document.uri).find((one) => one.range.isEqual(range)),
  );
}
