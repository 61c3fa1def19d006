/**
 * One VS Code for all suites of this folder, with the packaged extension installed, on a copy of the sample. What
 * a test fails on is kept.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { saveFailure } from '#tools/e2e/failure.js';
import { SCREENSHOT_FOLDER } from '#tools/e2e/places.js';
import { copySample, type SampleCopy } from '#tools/e2e/sampleCopy.js';
import { Session } from '#tools/e2e/session.js';
import { findVsix } from '#tools/e2e/vsix.js';
import type { Workbench } from '#tools/e2e/workbench.js';

let session: Session | undefined;
let sample: SampleCopy | undefined;

before(async () => {
  sample = copySample();
  session = await Session.open(sample.folder, { vsix: findVsix() });
});

afterEach(async function () {
  const { currentTest } = this;
  if (!session || currentTest?.state !== 'failed') return;
  const saved = await saveFailure(currentTest.fullTitle(), session.browser.page, session.server.output);
  console.error(`      kept: ${saved}.png, ${saved}.log`);
});

after(async () => {
  await session?.close();
  sample?.delete();
});

export function workbench(): Workbench {
  if (!session) throw new Error('VS Code is not open yet');
  return session.workbench;
}

/** A picture to be looked at, and to be shown in the documentation. */
export async function screenshot(name: string): Promise<void> {
  mkdirSync(SCREENSHOT_FOLDER, { recursive: true });
  await workbench().page.screenshot({ path: join(SCREENSHOT_FOLDER, `${name}.png`) });
}
