import * as vscode from 'vscode';
import { check, checkEqual } from './check.js';
import { gapsOf } from './sample.js';
import { until } from './wait.js';

describe('report', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in a tab of its own, once', async () => {
    await vscode.commands.executeCommand('unigap.showReport');
    await until('the report', () => reportTabs().length === 1);
    await vscode.commands.executeCommand('unigap.showReport');
    checkEqual(reportTabs().length, 1);
  });

  it('knows the whole workspace, not only what is open', async () => {
    // At its end it asks whether to show the report, and nobody answers that here.
    const scanned = vscode.commands.executeCommand('unigap.scanWorkspace');
    await until('diagnostics of files that are not open', () => {
      const paths = vscode.languages
        .getDiagnostics()
        .filter(([uri]) => gapsOf(uri).length > 0)
        .map(([uri]) => uri.path);
      return ['logger.c', 'session.c', 'stats.c'].every((name) => paths.some((path) => path.endsWith(name)));
    });
    await until('the question', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return Promise.race([scanned.then(() => true), Promise.resolve(false)]);
    });
  });
});

describe('commands', () => {
  it('are all registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const manifest = vscode.extensions.getExtension('unigap.unigap')?.packageJSON;
    const contributed: { command: string }[] = manifest.contributes.commands;
    check(contributed.length > 0, 'no command');
    const missing = contributed.map(({ command }) => command).filter((command) => !registered.has(command));
    checkEqual(missing, []);
  });
});

function reportTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && /unigap\.report/.test(input.viewType));
}
