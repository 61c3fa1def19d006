import * as vscode from 'vscode';
import { check, checkEqual, checkMatch } from './check.js';
import { codeOf, FORK, gapAt, gapsOf, openSample, rangeOf } from './sample.js';
import { until } from './wait.js';

describe('diagnostics', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await openSample(FORK.path);
  });

  it('mark the name, and lead to the page of its feature', async () => {
    const gap = await gapAt(document);
    checkEqual(codeOf(gap), FORK.feature);
    checkEqual(gap.severity, vscode.DiagnosticSeverity.Error);
    checkMatch(gap.message, /fork\(\) to become a daemon — OSv: fails: returns -1/);
    check(typeof gap.code === 'object', 'the code has no address');
    const page = await vscode.workspace.openTextDocument((gap.code as { target: vscode.Uri }).target);
    checkMatch(page.getText(), /fork/);
  });

  it('are one for each use, whatever the number of targets', async () => {
    await gapAt(document);
    const places = gapsOf(document.uri).map((gap) => `${gap.range.start.line}:${gap.range.start.character}`);
    checkEqual(new Set(places).size, places.length);
  });

  it('come and go while typing', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      document.positionAt(document.getText().length),
      '\nint typed(void) { return vfork(); }\n',
    );
    await vscode.workspace.applyEdit(edit);
    await until('the gap of what was typed', () =>
      gapsOf(document.uri).some((gap) => codeOf(gap) === 'function/vfork'),
    );
    await vscode.commands.executeCommand('undo');
    await until('the gap to go', () => gapsOf(document.uri).every((gap) => codeOf(gap) !== 'function/vfork'));
  });

  it('tell in another file where a macro was defined', async () => {
    const logger = await openSample('src/logger.c');
    const gap = await until('the use of a macro', () =>
      gapsOf(logger.uri).find((one) => codeOf(one) === 'function/system'),
    );
    const [related] = gap.relatedInformation ?? [];
    check(related, 'nothing is related to it');
    checkMatch(related.location.uri.path, /compat\.h$/);
  });

  it('follow the settings', async () => {
    const settings = vscode.workspace.getConfiguration('unigap');
    const range = rangeOf(document);
    try {
      await settings.update('severities', [{ feature: FORK.feature, severity: 'information' }], true);
      await until('the severity of the settings', async () => {
        const gap = gapsOf(document.uri).find((one) => one.range.isEqual(range));
        return gap?.severity === vscode.DiagnosticSeverity.Information;
      });
    } finally {
      await settings.update('severities', undefined, true);
    }
    await until('the severity to return', async () => {
      const gap = gapsOf(document.uri).find((one) => one.range.isEqual(range));
      return gap?.severity === vscode.DiagnosticSeverity.Error;
    });
  });
});
