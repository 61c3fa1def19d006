import assert from 'node:assert/strict';
import type { Argument } from '#core/facts/fileFacts.js';
import { argumentsOf } from '../support/parsedArguments.js';

const UNKNOWN: Argument = { kind: 'unknown' };
const number = (value: number): Argument => ({ kind: 'number', value });
const string = (text: string): Argument => ({ kind: 'string', text });
const exactly = (...names: string[]): Argument => ({ kind: 'constants', names, exact: true });
const atLeast = (...names: string[]): Argument => ({ kind: 'constants', names, exact: false });

describe('core: arguments of a call', () => {
  const cases: readonly (readonly [call: string, values: readonly Argument[]])[] = [
    ['f()', []],
    ['f( /* none */ )', []],
    ['f(0)', [number(0)]],
    ['f(-1)', [number(-1)]],
    ['f((-1))', [number(-1)]],
    ['f(0x1F, 017, 10UL)', [number(31), number(15), number(10)]],
    ['f(true, false, nullptr)', [number(1), number(0), exactly('NULL')]],
    ['f(NULL)', [exactly('NULL')]],
    ['f(A_B | C_D)', [exactly('A_B', 'C_D')]],
    ['f((A_B | C_D))', [exactly('A_B', 'C_D')]],
    ['f(A_B | more)', [atLeast('A_B')]],
    ['f(more | A_B)', [atLeast('A_B')]],
    ['f(A_B | 0x10)', [atLeast('A_B')]],
    ['f(A_B + 1)', [UNKNOWN]],
    ['f(x ? A_B : C_D)', [{ kind: 'choice', names: ['A_B', 'C_D'] }]],
    ['f(A_B ? x : C_D)', [{ kind: 'choice', names: ['C_D'] }]],
    ['f(&x)', [{ kind: 'address' }]],
    ['f(&x->y)', [{ kind: 'address' }]],
    ['f(x & y)', [UNKNOWN]],
    ['f(x)', [{ kind: 'name' }]],
    ['f((handler) x)', [{ kind: 'name' }]],
    ['f(x + 1)', [UNKNOWN]],
    ['f(x(1))', [UNKNOWN]],
    ['f(x->y)', [UNKNOWN]],
    ['f(g(1))', [UNKNOWN]],
    ['f(1 + 2)', [UNKNOWN]],
    ["f('a')", [UNKNOWN]],
    ['f("a")', [string('a')]],
    ['f("a" "b")', [string('ab')]],
    ['f("a\\"b,)")', [string('a\\"b,)')]],
    ['f("a" PRIu64)', [{ kind: 'text' }]],
    ['f("a" X)', [{ kind: 'text' }]],
    ['f(x ? "a" : b)', [UNKNOWN]],
    ['f("a" + 1)', [UNKNOWN]],
    ['f(g(1, 2), (a, b), x[1, 2], 3)', [UNKNOWN, UNKNOWN, UNKNOWN, number(3)]],
    ['f(1 /* , */, 2 // ,\n, 3)', [number(1), number(2), number(3)]],
    ["f(',', ')', 4)", [UNKNOWN, UNKNOWN, number(4)]],
    ['f(1, \\\n2)', [number(1), number(2)]],
    ['f(1, 2', [number(1), number(2)]],
  ];
  for (const [call, values] of cases) {
    it(JSON.stringify(call), () => assert.deepEqual(argumentsOf(call).values, values));
  }

  it('places constants and strings', () => {
    const { constants, strings } = argumentsOf('f(a,\n  ONE |\n  /* TWO */ G(THREE), "é" "x")');
    assert.deepEqual(
      constants.map(({ name, line, column, argument }) => [name, line, column, argument]),
      [
        ['ONE', 1, 2, 1],
        ['THREE', 2, 14, 1],
      ],
    );
    assert.deepEqual(
      strings.map(({ line, column, argument }) => [line, column, argument]),
      [
        [2, 22, 2],
        [2, 26, 2],
      ],
    );
  });

  it('leaves the constants of another call to that call', () => {
    const { values, constants } = argumentsOf('f(ONE, g(2, (TWO)) | THREE, G(FOUR), sizeof(x) | FIVE)');
    assert.deepEqual(
      constants.map(({ name }) => name),
      ['ONE', 'THREE', 'FOUR', 'FIVE'],
    );
    assert.deepEqual(values, [exactly('ONE'), atLeast('THREE'), UNKNOWN, atLeast('FIVE')]);
  });

  it('finds the parameters of a macro', () => {
    const call = 'f(a, (a), (int) a, (b), a + 1, -a, g(a), a[0], a->b, #a, A, (T *)(a), "x" a, __VA_ARGS__)';
    const indexes = argumentsOf(call, ['A', 'a', 'b', '...']).values.map((value) =>
      value.kind === 'parameter' ? value.index : -1,
    );
    assert.deepEqual(indexes, [1, 1, 1, 2, -1, -1, -1, -1, -1, -1, 0, -1, -1, 3]);
  });

  it('finds the number of a system call in the first argument only', () => {
    assert.equal(argumentsOf('syscall(SYS_fork)').callNumber?.name, 'SYS_fork');
    assert.equal(argumentsOf('syscall((long) __NR_fork, 1)').callNumber?.name, '__NR_fork');
    assert.equal(argumentsOf('syscall(number, SYS_fork)').callNumber, undefined);
  });
});
