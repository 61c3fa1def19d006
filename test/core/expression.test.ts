import assert from 'node:assert/strict';
import { evaluateExpression, type MacroEnvironment } from '#core/guards/expression.js';

/** A is 1, B is 0, T is 12, E is defined and has no value, N is not defined; nobody knows U. */
const environment: MacroEnvironment = {
  macro(name) {
    if (name === 'N') return { state: 'undefined' };
    const value = { A: 1, B: 0, T: 12 }[name];
    if (value !== undefined || name === 'E') return { state: 'defined', value };
    return { state: 'unknown' };
  },
  hasHeader: (header) => ({ 'here.h': true, 'sys/absent.h': false })[header],
};

describe('core: preprocessor expressions', () => {
  const cases: readonly (readonly [text: string, value: number | undefined])[] = [
    ['1', 1],
    ['0', 0],
    ['A', 1],
    ['N', 0],
    ['E', undefined],
    ['U', undefined],
    ['true', 1],
    ['false', 0],
    ['defined(A)', 1],
    ['defined A', 1],
    ['defined ( E )', 1],
    ['defined(N)', 0],
    ['defined(U)', undefined],
    ['!defined(N)', 1],
    ['!U', undefined],
    ['!!A', 1],
    // What is known may decide what is not.
    ['U && B', 0],
    ['B && U', 0],
    ['U && A', undefined],
    ['A || U', 1],
    ['U || A', 1],
    ['U || B', undefined],
    ['U && U', undefined],
    ['!(U && 0)', 1],
    ['U ? 1 : 0', undefined],
    ['A ? 2 : U', 2],
    ['B ? U : 3', 3],
    ['A ? B ? 4 : 5 : 6', 5],
    ['U * 0', undefined],
    ['U == U', undefined],
    // Levels of binding.
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['7 / 2', 3],
    ['-7 / 2', -3],
    ['7 % 4', 3],
    ['1 << 2 + 1', 8],
    ['1 << 3 == 8', 1],
    ['6 & 3 == 3', 0],
    ['6 & 3', 2],
    ['6 | 1', 7],
    ['6 ^ 3', 5],
    ['1 | 2 ^ 2', 1],
    ['0 || 1 && 0', 0],
    ['1 || 1 && 0', 1],
    ['2 > 1 == 1', 1],
    ['1 < 2', 1],
    ['2 <= 1', 0],
    ['2 >= 2', 1],
    ['1 != 2', 1],
    ['~0', -1],
    ['-1 < 0', 1],
    ['+3', 3],
    ['1 / 0', undefined],
    ['1 % 0', undefined],
    ['1 || 1 / 0', 1],
    // Forms of numbers.
    ['0x10', 16],
    ['0XfF', 255],
    ['10UL', 10],
    ['0x10ull', 16],
    ["1'000", 1000],
    ["'a'", 97],
    ['T >= 4 && T < 20', 1],
    ['T * 100 + A', 1201],
    // Headers and macros that take arguments.
    ['__has_include(<here.h>)', 1],
    ['__has_include("here.h")', 1],
    ['__has_include(<sys/absent.h>)', 0],
    ['__has_include(<other.h>)', undefined],
    ['N(3)', 0],
    ['U(3, (4))', undefined],
    ['U(3) || 1', 1],
    // No expressions.
    ['', undefined],
    ['1 +', undefined],
    ['(1', undefined],
    ['1)', undefined],
    ['1 2', undefined],
    ['defined', undefined],
    ['defined(', undefined],
    ['1 ? 2', undefined],
    ['U(1', undefined],
    ['"text"', undefined],
    ['@', undefined],
    [`${'('.repeat(10000)}1${')'.repeat(10000)}`, undefined],
    [`${'!'.repeat(1500)}1`, undefined],
    [`${'1 + '.repeat(900)}1`, 901],
  ];
  for (const [text, value] of cases) {
    it(text.length > 40 ? `${text.slice(0, 40)} ...` : text, () => {
      assert.equal(evaluateExpression(text, environment), value);
    });
  }
});
