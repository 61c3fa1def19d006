/**
 * The extension, whatever host it runs in: starts the language client and adds everything that is seen of it.
 */
import { type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerExplainFeature } from './commands/explainFeature.js';
import { registerExportReport } from './commands/exportReport.js';
import { registerOpenLog } from './commands/openLog.js';
import { registerRestartServer } from './commands/restartServer.js';
import { registerScanWorkspace } from './commands/scanWorkspace.js';
import { registerShowGaps } from './commands/showGaps.js';
import { registerWriteRunbook } from './commands/writeRunbook.js';
import { registerGapsView } from './gaps/gapsView.js';
import { clientOptions } from './language/clientOptions.js';
import { serveFiles } from './language/serverFiles.js';
import { registerFeaturePages } from './pages/featurePages.js';
import { registerReportPanel } from './report/reportPanel.js';
import { ReportStore } from './report/reportStore.js';
import { registerOpenSample } from './sample/openSample.js';
import { registerLanguageStatus } from './status/languageStatus.js';
import { registerSelectTargets } from './targets/selectTargets.js';

/** What the host makes of the extension; tests reach it as the extension's exports. */
export interface Extension {
  readonly client: BaseLanguageClient;
}

export interface Host {
  readonly inBrowser: boolean;
  readonly createClient: (options: LanguageClientOptions) => BaseLanguageClient;
}

export async function startExtension(context: ExtensionContext, host: Host): Promise<Extension> {
  const log = window.createOutputChannel('Unigap', { log: true });
  const options = clientOptions(context.extensionUri, log, host.inBrowser);
  const client = host.createClient(options);
  serveFiles(client);
  const reports = new ReportStore(client);
  context.subscriptions.push(
    log,
    reports,
    registerLanguageStatus(client),
    registerFeaturePages(client),
    registerGapsView(reports),
    registerReportPanel(context.extensionUri, reports),
    registerScanWorkspace(client, reports),
    registerSelectTargets(client),
    registerExplainFeature(client),
    registerExportReport(client),
    registerWriteRunbook(client),
    registerRestartServer(client),
    registerShowGaps(),
    registerOpenLog(log),
    registerOpenSample(context),
  );
  // A server that cannot start is told of by the client; the commands stay, "Restart Server" among them.
  await client.start().catch((error: unknown) => log.error(String(error)));
  return { client };
}
