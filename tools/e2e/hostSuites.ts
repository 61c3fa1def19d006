/**
 * The suites of `test/e2e/host`, in an extension host of either kind, on a copy of the sample.
 */
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { bundleSuites } from './bundleSuites.js';
import { type HostKind, runInExtensionHost } from './extensionHost.js';
import { EXTENSION_FOLDER } from './places.js';
import { copySample } from './sampleCopy.js';
import type { Tally } from './tally.js';

export async function runHostSuites(kind: HostKind): Promise<Tally> {
  const tests = await bundleSuites(join(PROJECT_ROOT, 'test', 'e2e', 'host', 'main.ts'));
  const sample = copySample();
  try {
    return await runInExtensionHost(kind, { extension: EXTENSION_FOLDER, tests }, sample.folder);
  } finally {
    sample.delete();
  }
}
