/**
 * Runs bundled suites inside one of VS Code's extension hosts and counts them.
 */
import { format } from 'node:util';
import { Browser } from './browser.js';
import { type Development, DevelopmentProxy } from './developmentProxy.js';
import { saveFailure } from './failure.js';
import { readEvent, type SuiteEvent } from './suiteEvent.js';
import type { Tally } from './tally.js';
import { VsCodeServer } from './vsCodeServer.js';

/** `node`: beside the server. `worker`: in the browser, as on vscode.dev. */
export type HostKind = 'node' | 'worker';

const LIMIT_MILLISECONDS = 90_000;

/** @param folder what is opened. */
export async function runInExtensionHost(
  kind: HostKind,
  { extension, tests }: Development,
  folder: string,
): Promise<Tally> {
  const [server, browser] = await Promise.all([VsCodeServer.start(), Browser.open()]);
  const proxy =
    kind === 'worker' ? await DevelopmentProxy.start(server.port, { extension, tests }) : undefined;
  const { page } = browser;
  const tally = { passed: 0, failed: 0, skipped: 0 };
  let output = '';
  let isComplete = false;
  // The workbench looks for these two functions when it runs tests.
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = format(...args);
    output += `${line}\n`;
    const event = readEvent(line);
    if (event) count(event, tally);
    if (event?.event === 'end') isComplete = true;
  });
  page.on('console', (message) => {
    output += `page: ${message.text()}\n`;
  });
  page.on('pageerror', (error) => {
    output += `page: ${error}\n`;
  });
  try {
    const address = new URL(`http://${proxy?.host ?? server.host}/`);
    address.searchParams.set('folder', folder);
    if (kind === 'node') address.searchParams.set('payload', payload(server.host, extension, tests));
    await page.goto(address.href);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, LIMIT_MILLISECONDS, 'late');
    });
    const end = await Promise.race([ended, late]);
    clearTimeout(timer);
    if (!isComplete) {
      tally.failed++;
      console.error(end === 'late' ? 'the suites did not end in time' : 'the suites did not run');
    }
    if (tally.failed > 0) {
      const saved = await saveFailure(`host-${kind}`, page, `${output}\n--- server\n${server.output}`);
      console.error(`what the extension host printed: ${saved}.log`);
    }
    return tally;
  } finally {
    await browser.close();
    await proxy?.stop();
    await server.stop();
  }
}

function payload(host: string, extension: string, tests: string): string {
  const remote = (path: string): string => `vscode-remote://${host}${path}`;
  return JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ]);
}

function count(event: SuiteEvent, tally: { passed: number; failed: number; skipped: number }): void {
  if (event.event === 'end') return;
  if (event.event === 'told') {
    console.log(event.text);
    return;
  }
  const indent = '  '.repeat(event.depth);
  switch (event.event) {
    case 'suite':
      console.log(`${indent}${event.title}`);
      break;
    case 'pass':
      tally.passed++;
      console.log(`${indent}✔ ${event.title} (${event.ms}ms)`);
      break;
    case 'pending':
      tally.skipped++;
      console.log(`${indent}- ${event.title}`);
      break;
    case 'fail':
      tally.failed++;
      console.log(`${indent}✖ ${event.title}\n${event.error.replaceAll(/^/gm, `${indent}    `)}`);
  }
}
