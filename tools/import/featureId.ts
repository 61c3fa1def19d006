/**
 * Makes feature ids from the names of the facts. Flags are scoped by the call whose argument they are.
 */

const SCOPE_OF_FAMILY: Readonly<Record<string, string>> = {
  af: 'socket',
  clock: 'clock_gettime',
  clone: 'clone',
  epoll: 'epoll_ctl',
  fcntl: 'fcntl',
  futex: 'futex',
  ip: 'setsockopt',
  ipv6: 'setsockopt',
  itimer: 'setitimer',
  madvise: 'madvise',
  membarrier: 'membarrier',
  mmap: 'mmap',
  mremap: 'mremap',
  o: 'open',
  open: 'open',
  prctl: 'prctl',
  rlimit: 'setrlimit',
  rtm: 'rtnetlink',
  sa: 'sigaction',
  sc: 'sysconf',
  sched: 'sched_setscheduler',
  shm: 'shmctl',
  siocg: 'ioctl',
  so: 'setsockopt',
  sock: 'socket',
  tcp: 'setsockopt',
  tioc: 'ioctl',
};

const TRAITS: Readonly<Record<string, string>> = {
  'missing function called through the PLT': 'missing-function',
  'missing symbol in GLOB_DAT or 64-bit relocation': 'missing-symbol-address',
  'missing thread-local or copy-relocated symbol': 'missing-data-symbol',
  conf_hide_symbols: 'hidden-symbols',
  'core dump': 'core-dump',
  'unimplemented system call': 'unimplemented-syscall',
  'assert in kernel code': 'kernel-assertions',
  'setgroups+setuid privilege drop': 'privilege-drop',
  'program end': 'program-end',
  'return from main: stdio': 'program-end',
  'return from main with other threads': 'program-end',
  'bad pointer passed to a call': 'bad-pointer',
  'bad pointer passed to a system call': 'bad-pointer',
  'out of memory': 'out-of-memory',
  'halted guest': 'halted-guest',
  'errno-reset': 'errno-reset',
  'default-thread-stack': 'default-thread-stack',
  'clock-loss': 'clock-loss',
  'full memory file system': 'full-memory-file-system',
  'FATAL-TRAP': 'fatal-trap',
};

/** Id of the feature that a row is about; `undefined` where the row repeats another or its name has no id. */
export function featureId(row: { symbol: string; kind: string; family?: string }): string | undefined {
  switch (row.kind) {
    case 'function':
    case 'macro':
      return `function/${row.symbol}`;
    case 'syscall':
      return `syscall/${row.symbol}`;
    case 'procfile':
    case 'sysfile':
      return pathId(row.symbol);
    case 'behaviour': {
      const trait = TRAITS[row.symbol];
      return trait && `trait/${trait}`;
    }
    case 'flag':
      return flagId(row.symbol, row.family);
  }
  return undefined;
}

/** Id of an absolute path; process 2 repeats `[pid]`. */
export function pathId(path: string): string | undefined {
  if (!path.startsWith('/') || /^\/proc\/2(\/|$)/.test(path)) return undefined;
  return `path${path.replace('/task/tid', '/task/[tid]')}`;
}

function flagId(name: string, family: string | undefined): string | undefined {
  if (family === 'signal') return `signal/${name}`;
  const scope = SCOPE_OF_FAMILY[family ?? ''];
  return scope && `flag/${scope}/${name}`;
}
