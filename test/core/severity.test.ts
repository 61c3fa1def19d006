import assert from 'node:assert/strict';
import { isAtLeast, lowered, type Severity, severityOf } from '#core/gaps/severity.js';
import type { Behaviour, Harm } from '#core/knowledge/schema.generated.js';

const HARMS: readonly Harm[] = ['stops-program', 'loses-safety', 'loses-function', 'loses-visibility'];

describe('core: severities', () => {
  // E error, W warning, I information, - none; in the order of HARMS.
  const table: readonly (readonly [behaviour: Behaviour, severities: string])[] = [
    ['supported', '----'],
    ['partial', 'IIII'],
    ['no-op', 'WEWI'],
    ['wrong', 'WEWI'],
    ['fails', 'EWWI'],
    ['missing', 'EEEW'],
    ['hangs', 'EEEE'],
    ['aborts', 'EEEE'],
  ];
  for (const [behaviour, severities] of table) {
    it(`of ${behaviour}: ${severities}`, () => {
      const found = HARMS.map((harm) => severityOf({ behaviour }, harm)?.[0].toUpperCase() ?? '-');
      assert.equal(found.join(''), severities);
    });
  }

  it('of what is missing only when it is called: error, since the guest halts', () => {
    const found = HARMS.map((harm) => severityOf({ behaviour: 'missing', at: 'first-call' }, harm));
    assert.deepEqual(found, ['error', 'error', 'error', 'error']);
  });

  it('go down one step, never below information', () => {
    const all: Severity[] = ['error', 'warning', 'information'];
    assert.deepEqual(all.map(lowered), ['warning', 'information', 'information']);
  });

  it('have an order', () => {
    assert.ok(isAtLeast('error', 'warning'));
    assert.ok(isAtLeast('warning', 'warning'));
    assert.ok(!isAtLeast('information', 'warning'));
  });
});
