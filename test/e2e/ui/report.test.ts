import assert from 'node:assert/strict';
import { screenshot, workbench } from './openSession.js';

describe('ui: the report', () => {
  before(async () => {
    await workbench().runCommand('View: Close All Editors');
    await workbench().runCommand('View: Toggle Panel Visibility');
    await workbench().runCommand('Unigap: Port-Readiness Report');
    await workbench().webview.locator('.gap').first().waitFor();
  });

  after(() => workbench().setTheme('Light Modern'));

  it('has a verdict for each target', async () => {
    const cards = await workbench().webview.locator('.card').allInnerTexts();
    assert.equal(cards.length, 2);
    assert.match(cards.join('\n'), /OSv[\s\S]*Rumprun/);
    for (const card of cards) assert.match(card, /ready|configure|patch|redesign/);
    await screenshot('report');
  });

  it('opens the line of a gap', async () => {
    const place = workbench()
      .webview.getByRole('button', { name: /master\.c:59/ })
      .first();
    await place.click();
    await workbench().tab('master.c').waitFor();
    await workbench().cursor.filter({ hasText: 'Ln 59,' }).waitFor();
    await screenshot('report-place');
    await workbench().runCommand('Unigap: Port-Readiness Report');
  });

  it('is filtered by text', async () => {
    const gaps = workbench().webview.locator('.gap');
    await gaps.first().waitFor();
    const all = await gaps.count();
    await workbench().webview.getByRole('searchbox').fill('epoll');
    await workbench().webview.locator('output', { hasText: / of / }).waitFor();
    assert.ok((await gaps.count()) < all);
    await workbench().webview.getByRole('button', { name: 'Reset' }).click();
  });

  for (const [kind, theme] of [
    ['light', 'Light Modern'],
    ['dark', 'Dark Modern'],
    ['high-contrast', 'Dark High Contrast'],
  ]) {
    it(`follows a ${kind} theme`, async () => {
      await workbench().setTheme(theme);
      await workbench().webview.locator(`body.vscode-${kind}`).waitFor();
      await workbench().webview.locator('.gap').first().waitFor();
      await screenshot(`report-${kind}`);
    });
  }

  it('loads nothing from elsewhere and runs no script of a stranger', async () => {
    const policy = await workbench()
      .webview.locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy ?? '', /default-src 'none'/);
    assert.match(policy ?? '', /script-src 'nonce-/);
    assert.doesNotMatch(policy ?? '', /unsafe/);
  });
});
