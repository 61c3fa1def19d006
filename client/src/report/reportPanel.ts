/**
 * The panel of the port-readiness report: at most one. It hosts the page, hands it the report and does what it asks.
 */
import {
  commands,
  Disposable,
  env,
  l10n,
  Uri,
  ViewColumn,
  type WebviewOptions,
  type WebviewPanel,
  window,
} from 'vscode';
import { openPlace } from './openPlace.js';
import { parseFromPage, reportMessages, type ToPage } from './panelMessages.js';
import { newNonce, reportHtml } from './reportHtml.js';
import type { ReportStore } from './reportStore.js';

const VIEW_TYPE = 'unigap.report';

/** Adds the command that shows the report, and brings the panel back after a reload of the window. */
export function registerReportPanel(extensionUri: Uri, reports: ReportStore): Disposable {
  let panel: ReportPanel | undefined;
  const host = (webview: WebviewPanel): ReportPanel => {
    const created = new ReportPanel(webview, extensionUri, reports);
    webview.onDidDispose(() => {
      created.dispose();
      if (panel === created) panel = undefined;
    });
    panel = created;
    return created;
  };
  return Disposable.from(
    commands.registerCommand('unigap.showReport', async () => {
      if (panel) return panel.showAgain();
      const webview = window.createWebviewPanel(
        VIEW_TYPE,
        l10n.t('Port Readiness'),
        ViewColumn.Active,
        webviewOptions(extensionUri),
      );
      host(webview);
    }),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(webview: WebviewPanel) {
        panel?.close();
        webview.webview.options = webviewOptions(extensionUri);
        host(webview);
      },
    }),
    { dispose: () => panel?.close() },
  );
}

class ReportPanel {
  private readonly subscriptions: Disposable[];
  private isReady = false;
  /** Counts what was sent: a newer report ends the sending of an older one. */
  private sendings = 0;

  constructor(
    private readonly panel: WebviewPanel,
    extensionUri: Uri,
    private readonly reports: ReportStore,
  ) {
    this.subscriptions = [
      reports.watch(() => panel.visible),
      reports.onDidChange(() => this.send()),
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        // A page that is hidden is thrown away; it says when it is there again.
        if (!panel.visible) this.isReady = false;
        else reports.refresh();
      }),
    ];
    panel.iconPath = Uri.joinPath(extensionUri, 'client', 'media', 'icon.png');
    panel.webview.html = this.html(extensionUri);
  }

  /** Brings the panel to the front with a report of the files as they are now. */
  async showAgain(): Promise<void> {
    this.panel.reveal();
    await this.load();
  }

  close(): void {
    this.panel.dispose();
  }

  dispose(): void {
    for (const one of this.subscriptions) one.dispose();
  }

  private async receive(value: unknown): Promise<void> {
    const message = parseFromPage(value);
    switch (message?.type) {
      case 'ready':
        this.isReady = true;
        if (this.reports.document) await this.send();
        else await this.load();
        this.reports.refresh();
        return;
      case 'refresh':
        return this.load();
      case 'open':
        return openPlace(this.reports.document ?? {}, message, ViewColumn.Beside);
      case 'explain':
        await commands.executeCommand('unigap.openFeature', message.feature);
        return;
      case 'export':
        await commands.executeCommand('unigap.exportReport', message.format);
        return;
    }
  }

  private async load(): Promise<void> {
    try {
      await this.reports.load();
    } catch (error) {
      window.showErrorMessage(l10n.t('The report could not be made: {0}', (error as Error).message));
    }
    // Cancelled or failed: an empty page would wait for ever.
    if (!this.reports.document) this.close();
  }

  private async send(): Promise<void> {
    const { document } = this.reports;
    if (!document || !this.isReady) return;
    this.sendings++;
    const sending = this.sendings;
    for (const message of reportMessages(document)) {
      if (sending !== this.sendings || !this.isReady) return;
      await this.post(message);
    }
  }

  private post(message: ToPage): Thenable<boolean> {
    return this.panel.webview.postMessage(message);
  }

  private html(extensionUri: Uri): string {
    const { webview } = this.panel;
    const asset = (name: string): string =>
      webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
    return reportHtml({
      cspSource: webview.cspSource,
      scriptUri: asset('report.js'),
      styleUri: asset('report.css'),
      nonce: newNonce(),
      language: env.language,
      title: l10n.t('Port Readiness'),
    });
  }
}

function webviewOptions(extensionUri: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
}
