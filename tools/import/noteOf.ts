/**
 * Says which porting note helps with a feature. The notes are in `data/notes`, by slug.
 */
import { noteOfCall } from './notesByCall.js';
import { noteOfCommand } from './notesByCommand.js';

const NOTE_OF_SIGNAL: Readonly<Record<string, string>> = {
  SIGABRT: 'crash-handlers',
  SIGALRM: 'alarms-and-timers',
  SIGBUS: 'crash-handlers',
  SIGCHLD: 'wait-loops',
  SIGCLD: 'wait-loops',
  SIGFPE: 'crash-handlers',
  SIGHUP: 'reload-by-sighup',
  SIGILL: 'crash-handlers',
  SIGINFO: 'signals-as-debug-interface',
  SIGINT: 'graceful-stop',
  SIGIOT: 'crash-handlers',
  SIGPROF: 'alarms-and-timers',
  SIGPWR: 'graceful-stop',
  SIGQUIT: 'signals-as-debug-interface',
  SIGSEGV: 'crash-handlers',
  SIGSYS: 'crash-handlers',
  SIGTERM: 'graceful-stop',
  SIGTRAP: 'crash-handlers',
  SIGUSR1: 'signals-as-debug-interface',
  SIGUSR2: 'signals-as-debug-interface',
  SIGVTALRM: 'alarms-and-timers',
};

const NOTE_OF_TRAIT: Readonly<Record<string, string>> = {
  'bad-pointer': 'crash-handlers',
  'core-dump': 'core-dumps',
  'errno-reset': 'errno-of-stubs',
  'fatal-trap': 'crash-handlers',
  'halted-guest': 'core-dumps',
  'kernel-assertions': 'crash-handlers',
  'missing-function': 'dynamic-loading',
  'out-of-memory': 'mapped-memory',
  'privilege-drop': 'privileges',
  'program-end': 'program-end',
  'unimplemented-syscall': 'recent-system-calls',
};

const FLAGS: readonly (readonly [RegExp, string])[] = [
  [/^clone\/CLONE_NEW/, 'privileges'],
  [/^clone\/CLONE_(?:PIDFD|VFORK|PARENT)$/, 'fork-and-exec'],
  [/^epoll_ctl\//, 'epoll'],
  [/^fcntl\/F_(?:OFD_)?[GS]ETLKW?(?:64)?$/, 'file-locks'],
  [/^fcntl\/F_(?:[GS]ETLEASE|NOTIFY)$/, 'file-change-notification'],
  [/^fcntl\/F_[GS]ET(?:OWN|OWN_EX|SIG)$/, 'signal-delivery'],
  [/^fcntl\/F_(?:ADD|GET)_SEALS$/, 'recent-system-calls'],
  [/^ioctl\/SIOC(?!ATMARK|INQ|OUTQ|[GS](?:PGRP|STAMP))/, 'network-tools'],
  [/^ioctl\/T(?:C|IOC)/, 'pseudo-terminals'],
  [/^(?:madvise|mmap|mremap)\//, 'mapped-memory'],
  [/^open\/O_ASYNC$/, 'signal-delivery'],
  [/^open\/O_TMPFILE$/, 'recent-system-calls'],
  [/^prctl\/PR_[GS]ET_NAME$/, 'process-titles'],
  [/^prctl\/PR_[GS]ET_DUMPABLE$/, 'core-dumps'],
  [/^prctl\/PR_SET_PTRACER/, 'debuggers-and-strace'],
  [/^prctl\/PR_[GS]ET_(?:CHILD_SUBREAPER|PDEATHSIG)$/, 'wait-loops'],
  [/^prctl\/PR_(?:CAP|[GS]ET_(?:KEEPCAPS|NO_NEW_PRIVS|SECCOMP|SECUREBITS))/, 'privileges'],
  [/^prctl\/PR_TASK_PERF/, 'profiling-and-probes'],
  [/^setitimer\//, 'alarms-and-timers'],
  [/^setrlimit\/RLIMIT_CORE$/, 'core-dumps'],
  [/^setrlimit\//, 'limits-and-sysctl'],
  [/^setsockopt\/SO_(?:PEER|PASS)/, 'unix-sockets'],
  [/^setsockopt\/SO_(?:AT|DE)TACH_/, 'profiling-and-probes'],
  [/^shmctl\//, 'shared-memory-and-semaphores'],
  [/^sigaction\/SA_NOCLD/, 'wait-loops'],
  [/^sigaction\/SA_ONSTACK$/, 'crash-handlers'],
  [/^sigaction\//, 'signal-delivery'],
  [/^socket\/[AP]F_(?:LOCAL|UNIX)$/, 'unix-sockets'],
  [/^socket\/SOCK_SEQPACKET$/, 'unix-sockets'],
];

const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^dev\/(?:log|kmsg)$|^var\/run\/log$/, 'syslog'],
  [/^dev\/(?:ptmx|pts|tty|console)(?:\/|$)/, 'pseudo-terminals'],
  [/^dev\/(?:shm|mqueue)(?:\/|$)/, 'shared-memory-and-semaphores'],
  [/^proc\/sys\/kernel\/core_/, 'core-dumps'],
  [/^sys\/kernel\/(?:debug|tracing)(?:\/|$)/, 'profiling-and-probes'],
  [/^(?:proc|sys)(?:\/|$)/, 'proc-and-sys'],
  [/^(?:usr\/|usr\/local\/)?s?bin(?:\/|$)/, 'fork-and-exec'],
];

const NOTE_OF_HEADER: Readonly<Record<string, string>> = {
  'dlfcn.h': 'dynamic-loading',
  'execinfo.h': 'crash-handlers',
  'libaio.h': 'recent-system-calls',
  'linux/io_uring.h': 'recent-system-calls',
  'linux/seccomp.h': 'privileges',
  'mqueue.h': 'shared-memory-and-semaphores',
  'pty.h': 'pseudo-terminals',
  'spawn.h': 'posix-spawn',
  'sys/capability.h': 'privileges',
  'sys/epoll.h': 'epoll',
  'sys/eventfd.h': 'epoll',
  'sys/fanotify.h': 'file-change-notification',
  'sys/inotify.h': 'file-change-notification',
  'sys/ipc.h': 'shared-memory-and-semaphores',
  'sys/msg.h': 'shared-memory-and-semaphores',
  'sys/prctl.h': 'process-titles',
  'sys/ptrace.h': 'debuggers-and-strace',
  'sys/sdt.h': 'profiling-and-probes',
  'sys/sem.h': 'shared-memory-and-semaphores',
  'sys/shm.h': 'shared-memory-and-semaphores',
  'sys/signalfd.h': 'signal-delivery',
  'sys/timerfd.h': 'epoll',
  'sys/un.h': 'unix-sockets',
  'sys/wait.h': 'wait-loops',
  'syslog.h': 'syslog',
  'systemd/sd-daemon.h': 'systemd-contracts',
  'termios.h': 'pseudo-terminals',
};

/** Slug of the note for a feature; undefined where no note is about it. */
export function noteOf(id: string): string | undefined {
  const slash = id.indexOf('/');
  const name = id.slice(slash + 1);
  switch (id.slice(0, slash)) {
    case 'function':
    case 'syscall':
      return noteOfCall(name);
    case 'header':
      return NOTE_OF_HEADER[name];
    case 'flag':
      return noteByForm(FLAGS, name);
    case 'path':
      return noteByForm(PATHS, name);
    case 'signal':
      return NOTE_OF_SIGNAL[name] ?? 'signal-delivery';
    case 'command':
      return noteOfCommand(name);
    case 'probe':
      return 'profiling-and-probes';
    case 'trait':
      return NOTE_OF_TRAIT[name];
  }
  return undefined;
}

function noteByForm(rules: readonly (readonly [RegExp, string])[], name: string): string | undefined {
  return rules.find(([form]) => form.test(name))?.[1];
}
