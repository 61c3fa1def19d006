/**
 * The built report page in a browser: as a file of its own, or in a frame that stands for the editor's.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { htmlReport, type PageFiles } from '#core/report/htmlReport.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { findBrowser } from '#tools/e2e/browserProgram.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import type { PageMessage } from '#webview/messages.js';

/** A Chromium, the machine's own or one from npm; undefined where none can be had, but for CI, where that is an error. */
export async function launchBrowser(): Promise<Browser | undefined> {
  let executablePath: string;
  try {
    executablePath = await findBrowser();
  } catch (error) {
    if (process.env.CI) throw error;
    return undefined;
  }
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

export interface ShownPage {
  readonly page: Page;
  /** What went wrong in the page: errors, and what its policy refused. */
  readonly complaints: readonly string[];
}

export async function showFile(browser: Browser, document: ReportDocument): Promise<ShownPage> {
  const shown = await emptyPage(browser);
  await shown.page.setContent(htmlReport(document, pageFiles()));
  await shown.page.waitForSelector('.lists > *');
  return shown;
}

/** @param kept what the editor kept of an earlier page. */
export async function showInEditor(
  browser: Browser,
  document: ReportDocument,
  kept?: unknown,
): Promise<ShownPage> {
  const shown = await emptyPage(browser);
  const { script, style, nonce } = pageFiles();
  await shown.page.setContent(
    `<!doctype html><html lang="en"><head>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
      <title>Report</title><style nonce="${nonce}">${style}</style></head><body>
      <script nonce="${nonce}">
        var sent = [], kept = ${JSON.stringify(kept ?? null)};
        function acquireVsCodeApi() {
          return { postMessage: (one) => sent.push(one), getState: () => kept, setState: (one) => { kept = one; } };
        }
      </script>
      <script nonce="${nonce}">${script}</script></body></html>`,
  );
  await give(shown.page, document);
  return shown;
}

/** Sends a report to the page as an editor does. */
export async function give(page: Page, document: ReportDocument): Promise<void> {
  const half = Math.ceil(document.gaps.length / 2);
  for (const message of [
    { type: 'report', document: { ...document, gaps: [] } },
    { type: 'gaps', gaps: document.gaps.slice(0, half) },
    { type: 'gaps', gaps: document.gaps.slice(half) },
    { type: 'done' },
  ]) {
    await send(page, message);
  }
  await page.waitForSelector('.lists > *');
}

async function send(page: Page, message: unknown): Promise<void> {
  await page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
}

export function sentMessages(page: Page): Promise<readonly PageMessage[]> {
  return page.evaluate('sent');
}

async function emptyPage(browser: Browser): Promise<ShownPage> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => complaints.push(`asks for ${request.url()}`));
  return { page, complaints };
}

function pageFiles(): PageFiles {
  const file = (name: string): string => readFileSync(join(PROJECT_ROOT, 'dist', 'webview', name), 'utf8');
  return { script: file('report.js'), style: file('report.css'), nonce: 'forthetest' };
}
