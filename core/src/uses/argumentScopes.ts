/**
 * Calls whose arguments say more than the call: constants that are features of their own, signals, system-call
 * numbers, programs to start. From the manual pages of the calls.
 */
import { LIBRARY_CALLS } from './libraryCalls.js';

/**
 * Call to the call under whose name its constants are filed (`flag/<scope>/<NAME>`). What a statement about such a
 * constant says holds for the calls of the first list, which are one call under several names. A call of the second
 * list takes the same constants for something else, so there its own statement decides.
 */
export const FLAG_SCOPES: Readonly<Record<string, FlagScope>> = {
  ...scope('mmap', 'mmap mmap64'),
  ...scope('mremap', 'mremap'),
  ...scope('madvise', 'madvise posix_madvise'),
  ...scope('open', 'open open64 openat openat64 __open_2 __open64_2'),
  ...scope('fcntl', 'fcntl fcntl64'),
  ...scope('ioctl', 'ioctl'),
  ...scope('socket', 'socket', 'socketpair'),
  ...scope('setsockopt', 'setsockopt', 'getsockopt'),
  ...scope('prctl', 'prctl'),
  ...scope('sysconf', 'sysconf'),
  ...scope('clone', 'clone __clone', 'unshare'),
  ...scope('setrlimit', 'setrlimit setrlimit64', 'getrlimit getrlimit64 prlimit prlimit64'),
  ...scope(
    'clock_gettime',
    'clock_gettime',
    'clock_settime clock_getres clock_nanosleep timer_create timerfd_create',
  ),
  ...scope('epoll_ctl', 'epoll_ctl'),
  ...scope('shmctl', 'shmctl', 'shmget shmat'),
  ...scope(
    'sched_setscheduler',
    'sched_setscheduler',
    'sched_get_priority_max sched_get_priority_min pthread_attr_setschedpolicy pthread_setschedparam',
  ),
  ...scope('setitimer', 'setitimer', 'getitimer'),
  ...scope('membarrier', 'membarrier'),
  ...scope('futex', 'futex'),
  ...scope('rtnetlink', ''),
  ...scope('dlsym', 'dlsym dlvsym'),
};

export interface FlagScope {
  readonly name: string;
  /** Whether the call takes the constants of another call for something else. */
  readonly isOther: boolean;
}

/** The feature without which an option is never reached: those of IPv6 are for sockets of IPv6. */
export function neededFor(flag: string): string | undefined {
  return flag.startsWith('flag/setsockopt/IPV6_') ? 'flag/socket/AF_INET6' : undefined;
}

/** Calls that send a signal: what a statement about a signal says holds where it is received. */
export const SENDS_SIGNAL: ReadonlySet<string> = new Set([
  'kill',
  'killpg',
  'raise',
  'pthread_kill',
  'sigqueue',
  'tgkill',
]);
/** Calls of which one argument is an option and the others are its values, with the index of the option. */
export const OPTION_ARGUMENT: Readonly<Record<string, number>> = { prctl: 0 };

/** Calls that name a signal, with the index of that argument. */
export const SIGNAL_ARGUMENT: Readonly<Record<string, number>> = {
  signal: 0,
  bsd_signal: 0,
  sysv_signal: 0,
  sigset: 0,
  sigaction: 0,
  kill: 1,
  killpg: 1,
  raise: 0,
  pthread_kill: 1,
  sigqueue: 1,
  tgkill: 2,
};

/** Calls that install a handler for a signal, with the index of the handler. */
export const HANDLER_ARGUMENT: Readonly<Record<string, number>> = {
  signal: 1,
  bsd_signal: 1,
  sysv_signal: 1,
  sigset: 1,
};

/**
 * Calls that start a program: `shell` ones take a command line, the others a file name; behind it the arguments of
 * the program follow as those of the call (`list`), or stand in an array (`file`).
 */
export const PROGRAM_ARGUMENT: Readonly<
  Record<string, { readonly argument: number; readonly form: 'shell' | 'list' | 'file' }>
> = {
  system: { argument: 0, form: 'shell' },
  popen: { argument: 0, form: 'shell' },
  execl: { argument: 0, form: 'list' },
  execlp: { argument: 0, form: 'list' },
  execle: { argument: 0, form: 'list' },
  execv: { argument: 0, form: 'file' },
  execvp: { argument: 0, form: 'file' },
  execve: { argument: 0, form: 'file' },
  execvpe: { argument: 0, form: 'file' },
  posix_spawn: { argument: 1, form: 'file' },
  posix_spawnp: { argument: 1, form: 'file' },
};

/** A queue shorter than this drops connections that a burst brings; it was SOMAXCONN for decades. */
export const SHORT_BACKLOG = 128;

/** Whether the arguments of a call are worth reading for constants, signals, programs or call numbers. */
export function namesThingsInArguments(call: string): boolean {
  return (
    Object.hasOwn(FLAG_SCOPES, call) ||
    Object.hasOwn(SIGNAL_ARGUMENT, call) ||
    Object.hasOwn(LIBRARY_CALLS, call) ||
    Object.hasOwn(PROGRAM_ARGUMENT, call) ||
    call === 'syscall' ||
    call === 'listen'
  );
}

function scope(name: string, calls: string, others = ''): Record<string, FlagScope> {
  const entries = [
    ...calls.split(' ').map((call) => [call, { name, isOther: false }] as const),
    ...others.split(' ').map((call) => [call, { name, isOther: true }] as const),
  ];
  return Object.fromEntries(entries.filter(([call]) => call !== ''));
}
