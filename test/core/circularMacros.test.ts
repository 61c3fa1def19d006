import assert from 'node:assert/strict';
import { judgementOf } from '#core/gaps/targetGap.js';
import { OpenMacros } from '#core/options/openMacros.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { Random } from '../support/random.js';
import { scanFiles } from '../support/scan.js';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', '__linux__', 'HAVE_FORK', 'HAVE_KQUEUE', 'USE_X'];

/** A header of macros that hang on each other in all ways. */
function header(random: Random): string {
  let text = '';
  for (let i = 0; i < 14; i++) {
    const [name, one, other] = [NAMES[random.below(6)], random.pick(NAMES), random.pick(NAMES)];
    const condition = random.pick([
      `defined(${one})`,
      `!defined(${one})`,
      `${one} && defined(${other})`,
      `${one} || !${other}`,
    ]);
    text += `#if ${condition}\n#define ${name} ${random.pick(['1', '0', '', other])}\n#endif\n`;
  }
  return text;
}

describe('core: macros that hang on each other', () => {
  it('are defined or not whatever the order of the questions', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = new Random(seed);
      const files = {
        'a.h': header(random),
        'a.c': `#include "a.h"\n#if ${NAMES.join(' || ')}\nint f(void) { return fork(); }\n#endif\n`,
      };
      const { index } = await scanFiles(files);
      const asked = (names: readonly string[]): string[] => {
        const { environment } = judgementOf(targetOf('osv'), shippedKnowledge(), index, {});
        const values = new Map(names.map((name) => [name, environment.macro(name).state]));
        return NAMES.map((name) => `${name} ${values.get(name)}`);
      };
      const expected = asked(NAMES);
      for (let round = 0; round < 10; round++) {
        const order = [...NAMES].sort(() => random.below(3) - 1);
        assert.deepEqual(asked(order), expected, `${seed}: ${order.join(' ')}\n${files['a.h']}`);
      }
    }
  });

  it('are answered in time where each hangs on all others', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `M${i}`);
    const text = names.map(
      (name) => `#if ${names.filter((other) => other !== name).join(' + ')}\n#define ${name} 1\n#endif\n`,
    );
    const { index } = await scanFiles({
      'a.h': text.join(''),
      'a.c': `#include "a.h"\n#if ${names.join(' || ')}\nint f(void) { return fork(); }\n#endif\n`,
    });
    const { environment } = judgementOf(targetOf('osv'), shippedKnowledge(), index, {});
    assert.deepEqual([...new Set(names.map((name) => environment.macro(name).state))], ['unknown']);
  });

  it('are answered where a chain is as long as a header', async () => {
    const text = Array.from({ length: 5000 }, (_, i) => `#if M${i + 1}\n#define M${i} 1\n#endif\n`).join('');
    const { index } = await scanFiles({
      'a.h': text,
      'a.c': '#include "a.h"\n#if M0\nint f(void) { return fork(); }\n#endif\n',
    });
    const { environment } = judgementOf(targetOf('osv'), shippedKnowledge(), index, {});
    assert.equal(environment.macro('M0').state, 'unknown');
    const chain = {
      outer: undefined,
      terms: [{ expression: 'M0', negated: false }],
      line: 1,
      asks: 1,
      own: undefined,
    };
    assert.equal(new OpenMacros(environment, index).of(chain).size, 1);
  });
});
