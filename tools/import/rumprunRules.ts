/**
 * What is particular to Rumprun: how a missing thing shows there, and cases that its facts give in prose only.
 */
import type { Case, MissingAt } from '#core/knowledge/schema.generated.js';
import type { FactRow } from './factRow.js';
import type { TargetRules } from './statementOf.js';

export const rumprunRules: TargetRules = {
  repositories: ['rumprun', 'src-netbsd', 'buildrump.sh'],
  missingCase,
  handCases: handCases(),
  // What other clocks than the named ones do was not read.
  leftOpen: new Set(['function/clock_getres', 'function/clock_gettime']),
  handNotes: {
    'function/linkat':
      'Fails with EOPNOTSUPP on the in-memory root; works on /tmp (tmpfs, 1 MB) and on mounted disks.',
  },
};

function missingCase(row: FactRow): Case {
  if (row.kind === 'procfile') return { behaviour: 'missing', at: 'open', returns: -1, errno: 'ENOENT' };
  return { behaviour: 'missing', at: (row.missingAt ?? 'link') as MissingAt };
}

/** No program can make a raw system call: syscall(2) itself is not linked. */
export function rawSystemCall(row: FactRow): FactRow {
  const numbered = row.basis !== 'absent';
  const { effect: _effect, errno: _errno, returns: _returns, danger: _danger, ...rest } = row;
  return {
    ...rest,
    status: 'missing',
    missingAt: numbered ? 'link' : 'compile',
    note: numbered
      ? row.status === 'missing'
        ? 'syscall(2) is not linked, and the function of this name is missing too.'
        : `syscall(2) is not linked; call the function ${row.symbol} instead.`
      : 'NetBSD has no such system call and no number for it; syscall(2) itself is not linked.',
    evidence: numbered ? 'src-netbsd lib/libc/sys/Makefile.inc:19' : 'src-netbsd sys/sys/syscall.h (absent)',
  };
}

function handCases(): Record<string, readonly Case[]> {
  const supported: Case = { behaviour: 'supported' };
  const elsewhere = (arg: number): readonly Case[] => [
    { when: { arg, startsWith: '/tmp/' }, behaviour: 'supported', note: 'tmpfs, 1 MB.' },
    { behaviour: 'partial', note: 'EOPNOTSUPP when the path is on the in-memory root.' },
  ];
  const attribute = (errno: string, returns = -1): readonly Case[] => [
    {
      when: { state: 'the file is on the in-memory root or on /tmp' },
      behaviour: 'fails',
      returns,
      errno,
      note: 'The file system has no extended attributes.',
      ...(returns === -1 ? {} : { danger: true as const }),
    },
    supported,
  ];
  // The wrapper returns int where the header says ssize_t, so -1 loses its sign.
  const unsigned = 4294967295;
  return {
    'function/linkat': elsewhere(3),
    'function/renameat': elsewhere(3),
    'function/setxattr': attribute('ENOTSUP'),
    'function/fsetxattr': attribute('ENOTSUP'),
    'function/lsetxattr': attribute('EOPNOTSUPP'),
    'function/removexattr': attribute('ENOTSUP'),
    'function/fremovexattr': attribute('EOPNOTSUPP'),
    'function/lremovexattr': attribute('EOPNOTSUPP'),
    'function/getxattr': attribute('ENOTSUP', unsigned),
    'function/fgetxattr': attribute('EOPNOTSUPP', unsigned),
    'function/lgetxattr': attribute('EOPNOTSUPP', unsigned),
    'function/listxattr': attribute('ENOTSUP', unsigned),
    'function/flistxattr': attribute('EOPNOTSUPP', unsigned),
    'function/llistxattr': attribute('EOPNOTSUPP', unsigned),
    'function/wordexp': [
      {
        when: { arg: 2, flagsAny: ['WRDE_UNDEF'] },
        behaviour: 'fails',
        returns: 2,
        note: 'Returns WRDE_BADVAL.',
      },
      {
        behaviour: 'fails',
        returns: 6,
        note: 'Returns WRDE_SYNTAX; unquoted shell characters give WRDE_BADCHAR first.',
      },
    ],
    'function/pthread_attr_setinheritsched': [
      {
        when: { arg: 1, is: 'PTHREAD_EXPLICIT_SCHED' },
        behaviour: 'aborts',
        effect: 'halt',
        note: 'Accepted here; the next pthread_create with the attribute halts the guest.',
        danger: true,
      },
      supported,
    ],
    'function/pclose': [
      {
        behaviour: 'wrong',
        returns: 'an uninitialized value',
        note: 'The status that is returned was never written.',
      },
    ],
    'function/system': [
      {
        when: { arg: 0, is: 'NULL' },
        behaviour: 'supported',
        returns: 0,
        note: 'Reports 0 (no shell) unless /bin/sh is in the image.',
      },
      {
        behaviour: 'fails',
        returns: 'an uninitialized value',
        errno: 'ENOTSUP',
        note: 'Runs nothing; the status that is returned was never written.',
        danger: true,
      },
    ],
    'function/sigtimedwait': [
      {
        when: { arg: 2, is: 'NULL' },
        behaviour: 'hangs',
        effect: 'hang',
        note: 'Blocks for good.',
      },
      { behaviour: 'fails', returns: -1, errno: 'EAGAIN', note: 'Sleeps the timeout, then fails.' },
    ],
    'function/popen': [
      {
        when: { arg: 1, contains: 'r' },
        behaviour: 'no-op',
        note: 'Not NULL, but reads hit end of file at once.',
        danger: true,
      },
      {
        when: { arg: 1, contains: 'w' },
        behaviour: 'no-op',
        note: 'Not NULL, but writes get EPIPE, without SIGPIPE.',
        danger: true,
      },
      { behaviour: 'no-op', note: 'The stream has no process behind it.', danger: true },
    ],
    'function/sem_init': [supported],
    'trait/fatal-trap': [{ behaviour: 'aborts', effect: 'halt' }],
    'trait/bad-pointer': [{ behaviour: 'aborts', effect: 'halt', danger: true }],
    'trait/full-memory-file-system': [{ behaviour: 'hangs', effect: 'hang', danger: true }],
  };
}
