import assert from 'node:assert/strict';
import { caseOf } from '#tools/import/caseOf.js';
import { conditionOf } from '#tools/import/condition.js';
import type { FactCondition } from '#tools/import/factRow.js';

describe('import: conditions', () => {
  const table: [string, FactCondition, unknown][] = [
    ['nothing of the rest', { else: true }, undefined],
    ['a value', { arg: 0, is: '0' }, { arg: 0, is: '0' }],
    ['a base', { arg: 1, baseNot: ['SOCK_STREAM'] }, { arg: 1, baseNotIn: ['SOCK_STREAM'] }],
    ['a flag', { arg: 3, hasFlag: 'MAP_FIXED' }, { arg: 3, flagsAny: ['MAP_FIXED'] }],
    ['at most', { arg: 1, le: 3 }, { arg: 1, lessThan: 4 }],
    ['more than', { arg: 1, gt: 256 }, { arg: 1, greaterThan: 256 }],
    ['less than', { arg: 1, below: 4096 }, { arg: 1, lessThan: 4096 }],
    ['below zero', { arg: 0, negative: true }, { arg: 0, lessThan: 0 }],
    [
      'out of a range',
      { arg: 1, outside: '0..63' },
      {
        any: [
          { arg: 1, lessThan: 0 },
          { arg: 1, greaterThan: 63 },
        ],
      },
    ],
    [
      'two bits that together are a third',
      { arg: 3, in: ['MAP_SHARED_VALIDATE'], orFlagsAll: ['MAP_SHARED', 'MAP_PRIVATE'] },
      {
        any: [
          { arg: 3, in: ['MAP_SHARED_VALIDATE'] },
          {
            all: [
              { arg: 3, flagsAny: ['MAP_SHARED'] },
              { arg: 3, flagsAny: ['MAP_PRIVATE'] },
            ],
          },
        ],
      },
    ],
    ['a handler', { arg: 1, handler: 'default' }, { state: 'no handler is installed for the signal' }],
    [
      'the origin of a descriptor',
      { arg: 0, from: 'socketpair' },
      { state: 'the descriptor comes from socketpair' },
    ],
    ['an address', { arg: 1, sockaddrFamily: 'AF_UNIX' }, { state: 'the address is a sockaddr_un' }],
    [
      'fields of a structure',
      { arg: 1, struct: 'msghdr', all: [{ field: 'msg_control', not: 'NULL' }] },
      { state: 'msg_control is set' },
    ],
  ];
  for (const [what, fact, condition] of table) {
    it(`turns ${what} into the grammar of the data`, () => assert.deepEqual(conditionOf(fact), condition));
  }

  it('refuses a condition that it has no words for', () => {
    assert.throws(() => conditionOf({ weather: 'rain' }), /no words for/);
  });

  it('writes out the operations that a mask lets through', () => {
    const condition = conditionOf({
      arg: 1,
      masked: 'FUTEX_CMD_MASK',
      in: ['FUTEX_WAIT', 'FUTEX_WAIT_PRIVATE'],
    });
    assert.ok(condition && 'in' in condition);
    assert.ok(condition.in.includes('FUTEX_WAIT'));
    assert.ok(condition.in.includes('FUTEX_WAIT|FUTEX_PRIVATE_FLAG'));
  });

  it('calls the end of the program supported where it is meant', () => {
    const off = { behaviour: 'poweroff', effect: 'poweroff' };
    assert.equal(caseOf('function/exit', off).behaviour, 'supported');
    assert.equal(caseOf('function/kill', off).behaviour, 'aborts');
    assert.equal(caseOf('function/kill', off).effect, 'power-off');
  });
});
