import { join } from 'node:path';
import { checkFixture } from '../support/checkFixture.js';
import { FIXTURES, fixturePaths } from '../support/fixtureSources.js';

describe('core: fixtures', () => {
  for (const path of fixturePaths()) it(path, () => checkFixture(join(FIXTURES, path)));
});
