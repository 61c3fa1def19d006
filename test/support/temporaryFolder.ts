/**
 * A folder of files for one test, deleted behind it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a folder with these files, hands it to the test and deletes it. */
export function inFolder(files: Files, test: (folder: string) => void): void {
  const folder = folderOf(files);
  try {
    test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for a test that waits for something. */
export async function whileInFolder(files: Files, test: (folder: string) => Promise<void>): Promise<void> {
  const folder = folderOf(files);
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'unigap-test-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
