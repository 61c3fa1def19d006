/**
 * Cases of OSv that its facts give in prose only.
 */
import type { Case } from '#core/knowledge/schema.generated.js';

/** Cases by feature id, in place of those of the facts. */
export function osvCases(): Record<string, readonly Case[]> {
  const supported: Case = { behaviour: 'supported' };
  const memory: readonly Case[] = [
    {
      when: { state: 'memory runs out' },
      behaviour: 'hangs',
      effect: 'hang',
      note: 'The call never returns, and nothing is printed.',
      danger: true,
    },
    supported,
  ];
  const timeout: readonly Case[] = [
    {
      when: { state: 'the timeout is shorter than 1 ms' },
      behaviour: 'wrong',
      note: 'The timeout is cut to whole milliseconds, so the call returns at once.',
    },
    supported,
  ];
  const lseek: readonly Case[] = [
    {
      when: { arg: 2, notIn: ['SEEK_SET', 'SEEK_CUR', 'SEEK_END'] },
      behaviour: 'hangs',
      effect: 'hang',
      note: 'EINVAL (SEEK_DATA and SEEK_HOLE too), and the vnode stays locked: other threads hang on this file.',
      danger: true,
    },
    supported,
  ];
  return {
    'function/lseek': lseek,
    'syscall/lseek': lseek,
    'function/abort': [{ behaviour: 'supported', effect: 'halt' }],
    'function/calloc': memory,
    'function/malloc': memory,
    'function/realloc': memory,
    'function/link': [
      {
        when: { state: 'a path is on rofs, or the two paths are on different file systems' },
        behaviour: 'aborts',
        effect: 'abort',
        note: 'An error path trips an assertion.',
        danger: true,
      },
      {
        when: { state: 'the file system is ramfs' },
        behaviour: 'fails',
        returns: -1,
        errno: 'EPERM',
        note: 'The file system has no hard links.',
      },
      supported,
    ],
    'function/linkat': [
      {
        when: { arg: 4, flagsAny: ['AT_SYMLINK_FOLLOW'] },
        behaviour: 'fails',
        returns: -1,
        errno: 'EINVAL',
        note: 'The flag is refused.',
      },
      {
        when: { state: 'a path is on rofs, or the two paths are on different file systems' },
        behaviour: 'aborts',
        effect: 'abort',
        note: 'An error path trips an assertion.',
        danger: true,
      },
      {
        when: { state: 'the file system is ramfs' },
        behaviour: 'fails',
        returns: -1,
        errno: 'EPERM',
        note: 'The file system has no hard links.',
      },
      supported,
    ],
    'function/getentropy': [
      {
        when: { arg: 1, greaterThan: 256 },
        behaviour: 'fails',
        returns: -1,
        errno: 'EIO',
        note: 'Longer requests are refused, as on Linux.',
      },
      {
        when: { arg: 1, greaterThan: 0 },
        behaviour: 'wrong',
        returns: 1,
        note: 'Returns 1 on success and 0 on failure.',
        danger: true,
      },
      supported,
    ],
    'function/pthread_mutex_unlock': [
      {
        when: { state: 'the caller does not own the mutex' },
        behaviour: 'aborts',
        effect: 'abort',
        note: 'An assertion is tripped.',
      },
      supported,
    ],
    'function/pthread_rwlock_unlock': [
      {
        when: { state: 'the lock is not held' },
        behaviour: 'aborts',
        effect: 'abort',
        note: 'An assertion is tripped.',
      },
      supported,
    ],
    'function/select': timeout,
    'function/pselect': timeout,
    'function/ppoll': timeout,
    'function/posix_trace_eventid_equal': [{ behaviour: 'missing', at: 'compile' }],
    'function/swapcontext': [{ behaviour: 'hangs', effect: 'hang' }],
    'flag/futex/FUTEX_WAIT_BITSET': [
      {
        when: { state: 'the mask is not FUTEX_BITSET_MATCH_ANY' },
        behaviour: 'aborts',
        effect: 'abort',
        note: 'Another mask aborts the guest.',
      },
      supported,
    ],
    'flag/mmap/MAP_SHARED_VALIDATE': [{ behaviour: 'fails', returns: 'MAP_FAILED', errno: 'EINVAL' }],
    'flag/shmctl/SHM_HUGETLB': [{ behaviour: 'no-op' }],
    'flag/sysconf/_SC_IOV_MAX': [{ behaviour: 'wrong', returns: 35 }],
    'flag/sysconf/_SC_UIO_MAXIOV': [{ behaviour: 'wrong', returns: 35 }],
    'flag/setrlimit/RLIMIT_RTTIME': [{ behaviour: 'fails', returns: -1, errno: 'EINVAL' }],
    'flag/socket/SOCK_PACKET': [{ behaviour: 'fails', returns: -1, errno: 'EINVAL' }],
    'flag/ioctl/SIOCSIFNAME': [
      { behaviour: 'fails', returns: -1, errno: '-ESRCH', note: 'errno holds an internal negative number.' },
    ],
    'flag/ioctl/TIOCOUTQ': [
      {
        when: { state: 'the descriptor is a socket' },
        behaviour: 'supported',
      },
      { behaviour: 'fails', returns: -1, errno: '-ENOTTY' },
    ],
    'trait/missing-function': [{ behaviour: 'missing', at: 'first-call', effect: 'abort', danger: true }],
    'trait/missing-symbol-address': [
      { behaviour: 'missing', at: 'first-call', effect: 'abort', danger: true },
    ],
    'trait/missing-data-symbol': [{ behaviour: 'aborts', effect: 'abort' }],
    'trait/core-dump': [{ behaviour: 'missing', at: 'call' }],
    'trait/unimplemented-syscall': [{ behaviour: 'fails', returns: -1, errno: 'ENOSYS' }],
    'trait/kernel-assertions': [
      {
        when: { state: 'an assertion of the kernel does not hold' },
        behaviour: 'aborts',
        effect: 'abort',
        note: 'The guest halts.',
      },
      supported,
    ],
    'trait/privilege-drop': [{ behaviour: 'aborts', effect: 'abort', danger: true }],
    'trait/bad-pointer': [{ behaviour: 'aborts', effect: 'halt', danger: true }],
    'trait/out-of-memory': [{ behaviour: 'hangs', effect: 'hang', danger: true }],
  };
}
