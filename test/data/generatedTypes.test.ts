import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { typesText } from '#tools/generate/types.js';

describe('data: generated types', () => {
  it('are those of the schemas', async () => {
    const text = await readFile(join(PROJECT_ROOT, 'core/src/knowledge/schema.generated.ts'), 'utf8');
    assert.equal(text, await typesText(), 'run npm run generate');
  });
});
