import assert from 'node:assert/strict';
import { outcomeAt } from '#core/outcome/outcomeAt.js';
import { returnedNumber } from '#core/outcome/resultValue.js';
import { wasmEngine } from '../support/engines.js';

/** What happens after `call()` in a function's body, when it returns a value; a branch is told by its text. */
async function outcomeOf(body: string, value: number): Promise<string | undefined> {
  const text = `int f(void) {\n${body}\n}\n`;
  const tree = (await wasmEngine()).parse('c', text);
  try {
    const outcome = outcomeAt(tree.rootNode, text.indexOf('call('), value);
    if (!outcome) return undefined;
    if (outcome.kind !== 'branch') return outcome.kind;
    return outcome.next ? text.slice(outcome.next.start, outcome.next.end) : 'behind';
  } finally {
    tree.delete();
  }
}

describe('core: what a returned value leads to', () => {
  const cases: [body: string, value: number, outcome: string | undefined][] = [
    ['if (call() < 0) return 1; return 2;', -1, 'return 1;'],
    ['if (call() < 0) return 1; return 2;', 86, 'return 2;'],
    ['if (!call()) { a(); b(); } else c();', 0, 'a();'],
    ['if (!call()) { a(); b(); } else c();', 1, 'c();'],
    ['if ((p = call()) == -1) { a(); } b();', -1, 'a();'],
    ['if ((p = call()) == -1 && q) { a(); } b();', 0, 'b();'],
    ['if (call() == x) { a(); } b();', 0, undefined],
    ['pid_t p = call(); if (p == 0) a(); else if (p > 0) b(); c();', 86, 'if (p > 0) b();'],
    ['p = call(); log(); if (p < 0) { a(); }', -1, 'a();'],
    ['p = call(); p = 3; if (p < 0) { a(); }', -1, undefined],
    ['s->fd = call(); if (s->fd == -1) return 1;', -1, 'return 1;'],
    [
      'switch (p = call()) { case -1: a(); break; case 0: b(); break; default: c(); }',
      -1,
      'case -1: a(); break;',
    ],
    ['switch (p = call()) { case -1: a(); break; case 0: b(); break; default: c(); }', 86, 'default: c();'],
    ['p = call(); switch (p) { case 0: b(); } c();', 5, 'c();'],
    ['call();', -1, 'unchecked'],
    ['(void)call();', -1, 'unchecked'],
    ['return call();', -1, 'returned'],
    ['g(call());', -1, undefined],
    ['while (call() > 0) a(); b();', -1, 'b();'],
    ['if (call() != MAP_FAILED) a();', -1, 'behind'],
  ];
  for (const [body, value, expected] of cases) {
    it(`after ${value} from ${body}`, async () => {
      assert.equal(await outcomeOf(body, value), expected);
    });
  }

  it('knows which values are numbers', () => {
    assert.equal(returnedNumber('-1'), -1);
    assert.equal(returnedNumber('NULL'), 0);
    assert.equal(returnedNumber('MAP_FAILED'), -1);
    assert.equal(returnedNumber('an uninitialized value'), undefined);
    assert.equal(returnedNumber(undefined), undefined);
  });
});
