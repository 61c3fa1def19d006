import * as vscode from 'vscode';
import { check, checkEqual, checkMatch } from './check.js';
import { codeOf, FORK, gapAt, gapsOf, openSample, rangeOf } from './sample.js';
import { until } from './wait.js';

describe('quick fixes', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await openSample(FORK.path);
    await gapAt(document);
  });

  it('suppress a gap here, with a reason, and undo brings it back', async () => {
    const range = rangeOf(document);
    const text = document.getText();
    const [fix] = (await actionsAt(document, range)).filter(({ title }) =>
      /suppress.*(here|line)/i.test(title),
    );
    check(fix, 'no action suppresses here');
    await carryOut(fix);
    checkMatch(document.getText(), /\/\*.*unigap.*function\/fork.*\*\/|\/\/.*unigap.*function\/fork/);
    await until('the gap to go', () => !gapsOf(document.uri).some((gap) => isOnLineOf(gap, document)));
    await vscode.commands.executeCommand('undo');
    await until('the gap to return', () => gapsOf(document.uri).some((gap) => isOnLineOf(gap, document)));
    checkEqual(document.getText(), text);
  });

  it('guard the statement for a target, and the file still parses', async () => {
    const worker = await openSample('src/worker.c');
    const text = worker.getText();
    const range = rangeOf(worker, { ...FORK, before: 'timerfd_settime', name: 'timerfd_settime' });
    await gapAt(worker, range);
    const [guard] = (await actionsAt(worker, range)).filter(({ title }) => /guard.*Rumprun/i.test(title));
    check(guard, 'no action guards the statement');
    await carryOut(guard);
    checkMatch(worker.getText(), /#if !defined\(__RUMPRUN__\)\n\tif \(fd >= 0 && timerfd_settime/);
    await until('the gap to go', () =>
      gapsOf(worker.uri).every((gap) => codeOf(gap) !== 'function/timerfd_settime'),
    );
    await vscode.commands.executeCommand('undo');
    checkEqual(worker.getText(), text);
  });

  it('open the page of the feature', async () => {
    const titles = (await actionsAt(document, rangeOf(document))).map(({ title }) => title);
    check(
      titles.some((title) => /fork/.test(title) && /note|page|explain|why/i.test(title)),
      `no action opens the page: ${titles.join('; ')}`,
    );
  });
});

function isOnLineOf(gap: vscode.Diagnostic, document: vscode.TextDocument): boolean {
  return gap.range.isEqual(rangeOf(document));
}

/** Actions with their edits, which the server computes on demand. */
function actionsAt(document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    50,
  );
}

async function carryOut({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
