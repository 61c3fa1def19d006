/**
 * A copy of the bundled sample, which tests may edit.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

export interface SampleCopy {
  readonly folder: string;
  delete(): void;
}

export function copySample(): SampleCopy {
  const parent = mkdtempSync(join(tmpdir(), 'unigap-sample-'));
  const folder = join(parent, 'relayd');
  cpSync(join(PROJECT_ROOT, 'sample', 'relayd'), folder, { recursive: true });
  return {
    folder,
    delete: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
