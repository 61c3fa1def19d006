import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { generateReport } from '#tools/bench/generateReport.js';
import { hostileReport } from '../support/hostileReport.js';
import { gapWith, reportOfGaps, targetWith } from '../support/reportOfGaps.js';
import { give, launchBrowser, sentMessages, showFile, showInEditor } from '../support/reportPage.js';

const SIGNAL = { feature: 'function/signal', message: 'signal() — OSv: lies', severity: 'warning' } as const;
const REPORT = reportOfGaps([
  gapWith({ path: 'src/a.c', line: 9, column: 4 }),
  gapWith({ path: 'src/b.c' }),
  gapWith({ path: 'src/b.c', line: 1, ...SIGNAL }),
  gapWith({ path: 'src/c.c', line: 2, ...SIGNAL, tags: ['conditional'], conditions: ['defined(X)'] }),
  gapWith({ path: 'test/d.c', tags: ['test'] }),
]);

describe('report: page in a browser', function () {
  // The first run may install the browser.
  this.timeout(300_000);
  let browser: Browser;

  before(async function () {
    const launched = await launchBrowser();
    if (launched) browser = launched;
    else this.skip();
  });

  after(() => browser?.close());

  it('shows verdict, blockers with evidence, the other gaps, conditions and what is apart', async () => {
    const { page, complaints } = await showFile(browser, REPORT);
    assert.equal(await page.textContent('h1'), 'Port readiness of app');
    assert.deepEqual(await texts(page, '.card .verdict'), ['redesign']);
    assert.deepEqual(await texts(page, 'h2:not(.for-readers)'), [
      'Gaps by family',
      'Blockers 2',
      'Other gaps 1',
      'Only under conditions 1',
      'Counted apart',
    ]);
    assert.match((await page.textContent('section .evidence')) ?? '', /OSvA stub\. \[read stubs\.cc:1\]/);
    assert.equal(await page.locator('button.place').count(), 0);
    assert.equal(await page.locator('button:has-text("Refresh"):visible').count(), 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('a place opens its line by mouse and keyboard, and the tools say what they are for', async () => {
    const { page, complaints } = await showInEditor(browser, REPORT);
    await page.click('button.place:has-text("src/a.c:10:5")');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.click('button:has-text("Explain function/fork")');
    await page.click('.tools button:has-text("HTML")');
    await page.click('.tools button:has-text("Refresh")');
    assert.deepEqual(await sentMessages(page), [
      { type: 'ready' },
      { type: 'open', root: 0, path: 'src/a.c', line: 9, column: 4 },
      { type: 'open', root: 0, path: 'src/b.c', line: 0, column: 0 },
      { type: 'explain', feature: 'function/fork' },
      { type: 'export', format: 'html' },
      { type: 'refresh' },
    ]);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('shows verdicts and gaps as if an option were set, and keeps what is assumed', async () => {
    const hang = { options: ['USE_X'], truths: 'utf' };
    const open = { hang, severity: 'error' } as const;
    const [target] = gapWith({}).targets;
    const report = reportOfGaps(
      [
        gapWith({ ...SIGNAL }),
        gapWith({ tags: ['conditional'], severity: 'warning', targets: [{ ...target, open }] }),
      ],
      { targets: [targetWith({ least: 'ready', most: 'redesign', because: [] })] },
    );
    const { page, complaints } = await showInEditor(browser, report);
    assert.deepEqual(await texts(page, '.card .verdict'), ['ready to redesign']);
    await page.click('button:has-text("What if: 1 open choice")');
    assert.deepEqual(await texts(page, '.effect-text'), ['with USE_X: 1 more gap, a blocker; OSv: redesign']);
    await page.check('.effect label:has-text("yes") input');
    assert.deepEqual(await texts(page, '.card .verdict'), ['redesign']);
    assert.deepEqual(await texts(page, 'h2:not(.for-readers)'), [
      'Gaps by family',
      'Blockers 1',
      'Other gaps 1',
    ]);
    assert.match((await page.textContent('.assumed')) ?? '', /^Shown as if built with USE_X\./);
    await page.check('.effect label:has-text("no") input');
    assert.equal(await page.textContent('.shown'), '1 gap');
    const kept = await page.evaluate('kept');
    assert.deepEqual(complaints, []);
    await page.close();
    const { page: again } = await showInEditor(browser, report, kept);
    assert.match((await again.textContent('.assumed')) ?? '', /without USE_X/);
    await again.click('button:has-text("Assume nothing")');
    assert.deepEqual(await texts(again, '.card .verdict'), ['ready to redesign']);
    await again.close();
  });

  it('counts follow the filters, and the filters are kept', async () => {
    const { page } = await showInEditor(browser, REPORT);
    assert.equal(await page.textContent('.shown'), '4 gaps');
    await page.fill('#filter-text', 'b.c');
    assert.equal(await page.textContent('.shown'), '2 of 4 gaps');
    await page.uncheck('label:has-text("error") input');
    assert.equal(await page.textContent('.shown'), '1 of 4 gaps');
    await page.check('input[value="file"]');
    const kept = await page.evaluate('kept');
    await page.close();
    const { page: again } = await showInEditor(browser, REPORT, kept);
    assert.equal(await again.textContent('.shown'), '1 of 4 gaps');
    assert.deepEqual(await texts(again, '.groups .title'), ['src/b.c']);
    await again.click('button:has-text("Reset")');
    assert.equal(await again.textContent('.shown'), '4 gaps');
    await again.close();
  });

  it('a newer report leaves the reader where he was', async () => {
    const { page } = await showInEditor(browser, REPORT);
    await page.locator('.groups .disclosure').first().click();
    await page.fill('#filter-text', 'src');
    await give(page, reportOfGaps(REPORT.gaps.slice(1)));
    assert.equal(await page.evaluate('document.activeElement.id'), 'filter-text');
    assert.equal(await page.textContent('.shown'), '3 gaps');
    assert.equal(await page.locator('.groups .disclosure').first().getAttribute('aria-expanded'), 'false');
    await page.close();
  });

  it('hostile text stays text', async () => {
    for (const show of [showFile, showInEditor]) {
      const { page, complaints } = await show(browser, hostileReport());
      for (const closed of await page.locator('.disclosure[aria-expanded=false]').elementHandles())
        await closed.click();
      assert.equal(await page.evaluate('typeof broken'), 'undefined');
      assert.equal(await page.locator('img, svg, iframe, b, a:not(.skip)').count(), 0);
      assert.equal(await page.locator('[style]:not(.segment)').count(), 0);
      assert.deepEqual(complaints, []);
      await page.close();
    }
  });

  it('fits a narrow page', async () => {
    for (const document of [REPORT, hostileReport()]) {
      const { page } = await showFile(browser, document);
      await page.setViewportSize({ width: 400, height: 800 });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
      await page.close();
    }
  });

  it('has few elements however many gaps there are', async () => {
    const { page } = await showFile(browser, generateReport(20_000));
    assert.ok((await page.locator('*').count()) < 5000);
    await page.check('input[value="file"]');
    assert.ok((await page.locator('*').count()) < 5000);
    await page.close();
  });

  it('everything has a name and a role', async () => {
    const { page } = await showInEditor(browser, REPORT);
    const nameless = await page.evaluate(
      `[...document.querySelectorAll('button, input, select, summary')].filter((one) =>
        !(one.textContent || one.ariaLabel || one.labels?.length)).length`,
    );
    assert.equal(nameless, 0);
    for (const role of ['banner', 'main', 'search', 'table', 'status'] as const)
      assert.equal(await page.getByRole(role).count(), role === 'status' ? 2 : 1, role);
    await page.close();
  });
});

async function texts(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map((text) => text.trim());
}
