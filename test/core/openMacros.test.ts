import assert from 'node:assert/strict';
import { judgementOf } from '#core/gaps/targetGap.js';
import { OpenMacros } from '#core/options/openMacros.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { scanFiles } from '../support/scan.js';

describe('core: the macros on which a condition hangs', () => {
  const cases: readonly (readonly [name: string, condition: string, expected: readonly string[]])[] = [
    ['what nothing decides', '#ifdef USE_X', ['USE_X']],
    ['what is decided is left out', '#if defined(__linux__) && defined(USE_X)', ['USE_X']],
    ['all that a condition asks for', '#if USE_X > 1 || WITH_Y', ['USE_X', 'WITH_Y']],
    ['the option behind a macro of a header', '#ifdef HAS_WORKERS', ['USE_WORKERS']],
  ];
  for (const [name, condition, expected] of cases) {
    it(name, async () => {
      const { uses, index } = await scanFiles({
        'a.h': '#ifdef USE_WORKERS\n#define HAS_WORKERS 1\n#endif\n',
        'a.c': `#include "a.h"\n${condition}\nint f(void) { return fork(); }\n#endif\n`,
      });
      const { environment } = judgementOf(targetOf('osv'), shippedKnowledge(), index, {});
      assert.deepEqual([...new OpenMacros(environment, index).of(uses[0].guard)], expected);
    });
  }
});
