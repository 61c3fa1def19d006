/**
 * What is kept of a run that failed: a picture of the window and what the server printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { FAILURE_FOLDER } from './places.js';

/** Returns where it was saved, for the message. */
export async function saveFailure(name: string, page: Page, output: string): Promise<string> {
  mkdirSync(FAILURE_FOLDER, { recursive: true });
  const path = join(FAILURE_FOLDER, name.replaceAll(/[^\w-]+/g, '-'));
  writeFileSync(`${path}.log`, output);
  await page.screenshot({ path: `${path}.png` }).catch(() => undefined); // the page may be gone
  return path;
}
