import assert from 'node:assert/strict';
import { argumentsMeet, type Met } from '#core/gaps/argumentTruth.js';
import type { Condition } from '#core/knowledge/schema.generated.js';
import { argumentsOf } from '../support/parsedArguments.js';

describe('core: conditions on arguments', () => {
  const zero: Condition = { arg: 0, is: '0' };
  const nothing: Condition = { arg: 0, is: 'NULL' };
  const clock: Condition = { arg: 0, in: ['CLOCK_TAI', 'CLOCK_BOOTTIME'] };
  const flags: Condition = { arg: 0, flagsAny: ['MAP_FIXED', 'MAP_LOCKED'] };
  const known: Condition = { arg: 0, flagsOutside: ['O_NONBLOCK', 'O_CLOEXEC'] };
  const type: Condition = { arg: 0, baseIn: ['SOCK_DGRAM'] };
  const temporary: Condition = { arg: 0, startsWith: '/tmp/' };
  const cases: readonly (readonly [condition: Condition, call: string, met: Met])[] = [
    [zero, 'f(0)', 'met'],
    [zero, 'f(0x0)', 'met'],
    [zero, 'f(NULL)', 'met'],
    [zero, 'f(33)', 'not-met'],
    [zero, 'f(uid)', 'cannot-tell'],
    [zero, 'f(WWW_UID)', 'cannot-tell'],
    [zero, 'f()', 'cannot-tell'],
    [nothing, 'f(NULL)', 'met'],
    [nothing, 'f(0)', 'met'],
    [nothing, 'f("a")', 'not-met'],
    [{ arg: 1, is: '0' }, 'f(1, 0)', 'met'],
    [{ arg: 0, is: '"C"' }, 'f("C")', 'met'],
    [{ arg: 0, is: '"C"' }, 'f("de")', 'not-met'],
    [{ arg: 0, not: '0' }, 'f(0)', 'not-met'],
    [{ arg: 0, not: '0' }, 'f(33)', 'met'],
    [{ arg: 0, not: '0' }, 'f(uid)', 'cannot-tell'],
    [clock, 'f(CLOCK_TAI)', 'met'],
    [clock, 'f(CLOCK_MONOTONIC)', 'not-met'],
    [clock, 'f(OUR_CLOCK)', 'cannot-tell'],
    [clock, 'f(which)', 'cannot-tell'],
    [clock, 'f(11)', 'cannot-tell'],
    [clock, 'f(0)', 'not-met'],
    [{ arg: 0, notIn: ['CLOCK_TAI'] }, 'f(CLOCK_TAI)', 'not-met'],
    [{ arg: 0, notIn: ['CLOCK_TAI'] }, 'f(CLOCK_REALTIME)', 'met'],
    [flags, 'f(MAP_FIXED)', 'met'],
    [flags, 'f(MAP_PRIVATE | MAP_LOCKED)', 'met'],
    [flags, 'f(more | MAP_LOCKED)', 'met'],
    [flags, 'f(MAP_PRIVATE)', 'not-met'],
    [flags, 'f(MAP_PRIVATE | more)', 'cannot-tell'],
    [flags, 'f(MAP_PRIVATE | OUR_FLAGS)', 'cannot-tell'],
    [flags, 'f(0)', 'not-met'],
    [flags, 'f(16)', 'cannot-tell'],
    [{ arg: 0, flagsNone: ['MAP_ANON'] }, 'f(MAP_PRIVATE)', 'met'],
    [{ arg: 0, flagsNone: ['MAP_ANON'] }, 'f(MAP_PRIVATE | MAP_ANON)', 'not-met'],
    [{ arg: 0, flagsNone: ['MAP_ANON'] }, 'f(flags)', 'cannot-tell'],
    [known, 'f(0)', 'not-met'],
    [known, 'f(O_NONBLOCK | O_CLOEXEC)', 'not-met'],
    [known, 'f(O_NONBLOCK | O_DIRECT)', 'met'],
    [known, 'f(O_DIRECT | more)', 'met'],
    [known, 'f(O_CLOEXEC | more)', 'cannot-tell'],
    [known, 'f(OUR_FLAGS)', 'cannot-tell'],
    [type, 'f(SOCK_DGRAM)', 'met'],
    [type, 'f(SOCK_DGRAM | SOCK_CLOEXEC)', 'met'],
    [type, 'f(SOCK_STREAM | SOCK_NONBLOCK)', 'not-met'],
    [{ arg: 0, baseNotIn: ['SOCK_STREAM'] }, 'f(SOCK_STREAM | SOCK_CLOEXEC)', 'not-met'],
    [{ arg: 0, baseNotIn: ['SOCK_STREAM'] }, 'f(SOCK_DGRAM)', 'met'],
    [{ arg: 0, lessThan: 4 }, 'f(3)', 'met'],
    [{ arg: 0, lessThan: 4 }, 'f(4)', 'not-met'],
    [{ arg: 0, lessThan: 4 }, 'f(size)', 'cannot-tell'],
    [{ arg: 0, greaterThan: 256 }, 'f(257)', 'met'],
    [{ arg: 0, greaterThan: 256 }, 'f(256)', 'not-met'],
    [temporary, 'f("/tmp/x")', 'met'],
    [temporary, 'f("/data/tmp/")', 'not-met'],
    [temporary, 'f(path)', 'not-met'],
    [{ arg: 0, contains: 'r' }, 'f("wr")', 'met'],
    [{ arg: 0, contains: 'r' }, 'f("w")', 'not-met'],
    [{ arg: 0, literal: true }, 'f("w")', 'met'],
    [{ arg: 0, literal: true }, 'f(name)', 'not-met'],
    [{ state: 'no handler is installed' }, 'f(1)', 'cannot-tell'],
    [{ all: [zero, { arg: 1, is: '0' }] }, 'f(0, 0)', 'met'],
    [{ all: [zero, { arg: 1, is: '0' }] }, 'f(x, 1)', 'not-met'],
    [{ all: [zero, { arg: 1, is: '0' }] }, 'f(x, 0)', 'cannot-tell'],
    [{ any: [zero, { arg: 1, is: '0' }] }, 'f(1, 1)', 'not-met'],
    [{ any: [zero, { arg: 1, is: '0' }] }, 'f(x, 0)', 'met'],
    [{ any: [zero, { arg: 1, is: '0' }] }, 'f(x, 1)', 'cannot-tell'],
    [{ all: [{ any: [zero, flags] }, { state: 'it rains' }] }, 'f(0)', 'cannot-tell'],
  ];
  for (const [condition, call, met] of cases) {
    it(`${JSON.stringify(condition)} of ${call}: ${met}`, () => {
      assert.equal(argumentsMeet(condition, argumentsOf(call)), met);
    });
  }

  it('cannot be told where the call is not seen', () => {
    assert.equal(argumentsMeet(zero, undefined), 'cannot-tell');
  });
});
