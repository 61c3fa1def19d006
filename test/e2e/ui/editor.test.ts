import assert from 'node:assert/strict';
import { screenshot, workbench } from './openSession.js';

/** `switch (fork()) {` of the sample. */
const FORK = { file: 'process.c', line: 32, column: 10 };

describe('ui: a file with gaps', () => {
  before(async () => {
    await workbench().openFile(FORK.file);
  });

  it('has squiggles', async () => {
    await workbench().squiggles('error').first().waitFor();
    await workbench().squiggles('warning').first().waitFor();
    await screenshot('editor');
  });

  it('has rows in Problems, with source, code and place', async () => {
    await workbench().showProblems();
    const row = workbench().problem(
      'fork() to become a daemon — OSv: fails',
      `Ln ${FORK.line}, Col ${FORK.column}`,
    );
    await row.waitFor();
    const text = ((await row.textContent()) ?? '').replaceAll(/\s+/g, ' ');
    assert.match(text, /unigap.*function\/fork/);
    await screenshot('problems');
  });

  it('has a lens above a function with gaps', async () => {
    await workbench().openFile(FORK.file);
    await workbench().goToName(FORK.line, 'fork');
    await workbench().codeLenses.first().waitFor();
  });

  it('has a hover that tells what the call does on each target', async () => {
    await workbench().openFile(FORK.file);
    await workbench().goToName(FORK.line, 'fork');
    const hover = await workbench().hover('Rumprun');
    assert.match((await hover.textContent()) ?? '', /OSv/);
    await screenshot('hover');
    await workbench().page.keyboard.press('Escape');
  });

  it('has quick fixes; one suppresses the gap, undo brings it back', async () => {
    const { page } = workbench();
    await workbench().goToName(FORK.line, 'fork');
    const fixes = await workbench().openQuickFixes();
    await screenshot('quick-fixes');
    await fixes
      .filter({ hasText: /suppress.*(here|line)/i })
      .first()
      .click();
    await workbench().editor.locator('.view-line', { hasText: 'unigap-ignore' }).first().waitFor();
    const row = workbench().problem('fork() to become a daemon — OSv: fails');
    await row.waitFor({ state: 'detached' });
    await screenshot('suppressed');
    await workbench().editor.locator('.view-line', { hasText: 'unigap-ignore' }).first().click();
    await page.keyboard.press('Control+z');
    await workbench()
      .editor.locator('.view-line', { hasText: 'unigap-ignore' })
      .waitFor({ state: 'detached' });
    await row.waitFor();
  });
});
