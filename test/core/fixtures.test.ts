import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sourceLanguage } from '#core/scan/language.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { checkFixture } from '../support/checkFixture.js';

describe('core: fixtures', () => {
  const folder = join(PROJECT_ROOT, 'test', 'fixtures');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (sourceLanguage(path)) it(path, () => checkFixture(join(folder, path)));
  }
});
