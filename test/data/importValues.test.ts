import assert from 'node:assert/strict';
import { type FailureFacts, failureValue } from '#tools/import/failureValue.js';
import { remark } from '#tools/import/remark.js';
import { sentence } from '#tools/import/sentence.js';

describe('import: values of failures', () => {
  const table: [string, FailureFacts, unknown][] = [
    ['an error of a function', { id: 'function/chroot', errno: 'ENOSYS' }, { returns: -1, errno: 'ENOSYS' }],
    [
      'a stub that leaves errno alone',
      { id: 'function/fork', auto: 'WARN_STUBBED->-1' },
      { returns: -1, errno: 'unchanged' },
    ],
    [
      'a stub that returns the error',
      { id: 'function/pthread_cancel', errno: 'ESRCH', auto: 'WARN_STUBBED->ESRCH' },
      { returns: 'ESRCH', errno: 'unchanged' },
    ],
    [
      'a negated error in errno',
      { id: 'function/tcdrain', errno: '-25 (negated ENOTTY)' },
      { returns: -1, errno: '-ENOTTY' },
    ],
    [
      'a negated error that is returned',
      { id: 'function/io_cancel', errno: '-EINVAL as return value' },
      { returns: '-EINVAL', errno: 'unchanged' },
    ],
    ['a mapping', { id: 'function/mmap', errno: 'EINVAL' }, { returns: 'MAP_FAILED', errno: 'EINVAL' }],
    ['a system call', { id: 'syscall/mmap', errno: 'EINVAL' }, { returns: -1, errno: 'EINVAL' }],
    ['a flag', { id: 'flag/sysconf/_SC_X', errno: 'EINVAL' }, { returns: -1, errno: 'EINVAL' }],
    [
      'an error that is returned under its number',
      { id: 'function/posix_spawn', returns: 86, errno: 'ENOTSUP' },
      { returns: 'ENOTSUP', errno: 'unchanged' },
    ],
    [
      'a positive number',
      { id: 'function/fork', returns: 86, errno: 'ENOTSUP' },
      { returns: 86, errno: 'ENOTSUP' },
    ],
    ['nothing where nothing is plain', { id: 'function/catopen' }, {}],
  ];
  for (const [what, facts, value] of table) {
    it(`gives ${what}`, () => assert.deepEqual(failureValue(facts), value));
  }
});

describe('import: texts', () => {
  it('makes sentences', () => {
    assert.equal(sentence('any id but 0 trips an assertion'), 'Any id but 0 trips an assertion.');
    assert.equal(sentence('msg_control is dropped'), 'msg_control is dropped.');
    assert.equal(sentence('an uninitialised value [inf]'), 'An uninitialized value.');
  });

  it('keeps of a remark what it says of the guest', () => {
    assert.equal(remark('row wrong: large blocks are mapped'), 'Large blocks are mapped.');
    assert.equal(remark('no claim in the row'), undefined);
    assert.equal(remark('no row'), undefined);
    assert.equal(remark('not in the row: a file is accepted'), 'A file is accepted.');
  });
});
