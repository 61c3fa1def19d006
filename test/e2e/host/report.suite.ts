import * as vscode from 'vscode';
import type { ReportDocument } from '#server/protocol.js';
import { check, checkEqual } from './check.js';
import { gapsOf } from './sample.js';
import { until } from './wait.js';

/** What the extension exports, as far as it is needed here. */
interface Exports {
  readonly client: { sendRequest(method: string, params: object): Promise<ReportDocument> };
}

describe('report', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in a tab of its own, once', async () => {
    await vscode.commands.executeCommand('unigap.showReport');
    await until('the report', () => reportTabs().length === 1);
    await vscode.commands.executeCommand('unigap.showReport');
    checkEqual(reportTabs().length, 1);
  });

  it('knows the whole workspace, not only what is open', async () => {
    // Not waited for: at its end it asks whether to show the report, and nobody answers that here.
    void vscode.commands.executeCommand('unigap.scanWorkspace');
    await until('diagnostics of files that are not open', () => {
      const paths = vscode.languages
        .getDiagnostics()
        .filter(([uri]) => gapsOf(uri).length > 0)
        .map(([uri]) => uri.path);
      return ['logger.c', 'session.c', 'stats.c'].every((name) => paths.some((path) => path.endsWith(name)));
    });
  });

  it('holds all files and targets, wherever the server runs', async () => {
    const extension = vscode.extensions.getExtension<Exports>('unigap.unigap');
    check(extension, 'the extension is not there');
    const report = await extension.exports.client.sendRequest('unigap/report', {});
    checkEqual(report.filesScanned, (await vscode.workspace.findFiles('**/*.{c,h}')).length);
    checkEqual(report.targets.map(({ name }) => name).sort(), ['OSv', 'Rumprun']);
    checkEqual(report.skipped, []);
    check(report.gaps.length > 40, `${report.gaps.length} gaps`);
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

  it('write a runbook for a target, as a document to edit', async () => {
    await vscode.commands.executeCommand('unigap.writeRunbook', 'osv');
    const document = vscode.window.activeTextEditor?.document;
    checkEqual(document?.languageId, 'markdown');
    check(/^# Operating `[^`]+` on OSv\n/.test(document?.getText() ?? ''), 'the runbook has another title');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

function reportTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && /unigap\.report/.test(input.viewType));
}
