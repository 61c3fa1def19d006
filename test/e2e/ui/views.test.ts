import { screenshot, workbench } from './openSession.js';

describe('ui: views and commands', () => {
  before(() => workbench().runCommand('View: Close All Editors'));

  it('the tree lists the gaps, and a row opens its line', async () => {
    await workbench().runCommand('Unigap: Scan Workspace');
    await workbench().runCommand('Unigap: Focus on Gaps View');
    const rows = workbench().viewRows('Gaps');
    for (const name of ['OSv', 'Process creation']) await rows.filter({ hasText: name }).first().click();
    await rows.filter({ hasText: 'master.c' }).first().click();
    await workbench().tab('master.c').waitFor();
    await screenshot('tree');
  });

  it('the status names the targets', async () => {
    await workbench().openFile('process.c');
    await workbench().languageStatus.click();
    await workbench().languageStatusRow('OSv').waitFor();
    await screenshot('status');
    await workbench().page.keyboard.press('Escape');
  });

  it('a feature is explained on a page of its own', async () => {
    await workbench().runCommand('Unigap: Explain Feature…');
    await workbench().answer('vfork');
    await workbench().tab('vfork').waitFor();
    await workbench().webview.getByRole('heading', { name: 'vfork' }).first().waitFor();
    await screenshot('feature');
  });

  it('the server can be restarted, and diagnoses again', async () => {
    await workbench().openFile('process.c');
    await workbench().runCommand('Unigap: Restart Server');
    await workbench().squiggles('error').first().waitFor();
  });
});
