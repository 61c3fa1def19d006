import * as vscode from 'vscode';
import { checkEqual, checkMatch } from './check.js';
import { FORK, gapAt, openSample, rangeOf } from './sample.js';

describe('hover', () => {
  it('tells what the call does on each target', async () => {
    const document = await openSample(FORK.path);
    await gapAt(document);
    const text = await hoverText(document.uri, rangeOf(document).start.translate(0, 1));
    checkMatch(text, /fork/);
    checkMatch(text, /OSv/);
    checkMatch(text, /Rumprun/);
    checkMatch(text, /-1/);
  });

  it('says nothing where nothing is', async () => {
    const document = await openSample(FORK.path);
    checkEqual(await hoverText(document.uri, new vscode.Position(0, 0)), '');
  });
});

async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
}
