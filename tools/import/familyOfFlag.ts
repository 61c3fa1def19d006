/**
 * Families of flags: by the call whose argument they are, and by their own name where a call serves several families.
 */

const FAMILY_OF_SCOPE: Readonly<Record<string, string>> = {
  clock_gettime: 'time',
  clone: 'process-creation',
  epoll_ctl: 'events',
  fcntl: 'files',
  futex: 'synchronization',
  ioctl: 'devices',
  madvise: 'advice',
  membarrier: 'scheduling',
  mmap: 'memory',
  mremap: 'memory',
  open: 'files',
  prctl: 'process-control',
  rtnetlink: 'network-configuration',
  sched_setscheduler: 'scheduling',
  setitimer: 'timers',
  setrlimit: 'resource-limits',
  setsockopt: 'socket-options',
  shmctl: 'interprocess-communication',
  sigaction: 'signals',
  socket: 'network',
  sysconf: 'system-information',
};

const EXCEPTIONS: readonly (readonly [RegExp, string])[] = [
  [/^clock_gettime\/CLOCK_(?:PROCESS|THREAD)_CPUTIME_ID$/, 'resource-usage'],
  [/^clone\/CLONE_NEW/, 'privileges'],
  [/^clone\/CLONE_(?:PTRACE|UNTRACED)$/, 'debugging'],
  [/^clone\/CLONE_PIDFD$/, 'process-control'],
  [
    /^clone\/CLONE_(?:THREAD|SETTLS|SIGHAND|VM|FS|FILES|IO|SYSVSEM|PARENT_SETTID|CHILD_\w+TID|DETACHED)$/,
    'threads',
  ],
  [/^fcntl\/F_(?:OFD_)?[GS]ETLKW?(?:64)?$/, 'locks'],
  [/^fcntl\/F_(?:[GS]ETLEASE|NOTIFY)$/, 'file-notification'],
  [/^fcntl\/F_[GS]ET(?:OWN|OWN_EX|SIG)$/, 'signals'],
  [/^fcntl\/F_[GS]ETPIPE_SZ$|^fcntl\/F_(?:ADD|GET)_SEALS$/, 'interprocess-communication'],
  [/^fcntl\/F_[GS]ET_(?:FILE_)?RW_HINT$/, 'advice'],
  [/^ioctl\/FIO(?:N?CLEX|NREAD)$/, 'files'],
  [/^ioctl\/(?:FIONBIO|FIOASYNC)$/, 'events'],
  [/^ioctl\/SIOC(?:INQ|OUTQ|OUTQNSD|ATMARK)$/, 'network'],
  [/^ioctl\/SIOC[GS](?:PGRP|STAMP|STAMPNS|HWTSTAMP)$/, 'socket-options'],
  [/^ioctl\/SIOC/, 'network-configuration'],
  [/^ioctl\/T(?:C|IOC)/, 'terminal'],
  [/^mmap\/MAP_(?:HUGETLB|LOCKED|NONBLOCK|NORESERVE|POPULATE|STACK)$/, 'advice'],
  [/^mmap\/MAP_SYNC$/, 'durability'],
  [/^socket\/IPPROTO_|^socket\/[AP]F_(?!INET$|LOCAL$|NETLINK$|UNIX$)/, 'protocols'],
  [/^open\/O_[DR]?SYNC$/, 'durability'],
  [/^open\/O_NOCTTY$/, 'terminal'],
  [/^open\/O_ASYNC$/, 'signals'],
  [
    /^prctl\/PR_(?:CAP|(?:GET|SET)_(?:KEEPCAPS|NO_NEW_PRIVS|SECCOMP|SECUREBITS|SPECULATION_CTRL))/,
    'privileges',
  ],
  [/^prctl\/PR_(?:[GS]ET_(?:NAME|DUMPABLE|VMA|TSC)|SET_(?:PTRACER|VMA)|TASK_PERF)/, 'debugging'],
  [/^prctl\/PR_(?:SCHED_CORE|[GS]ET_(?:TIMERSLACK|TIMING))/, 'scheduling'],
  [
    /^prctl\/PR_(?:PAC|SVE|SET_MM|[GS]ET_(?:ENDIAN|FP|TAGGED|UNALIGN|TID_ADDRESS)|SET_SYSCALL)/,
    'runtime-support',
  ],
  [/^prctl\/PR_(?:MCE|[GS]ET_(?:THP|IO_FLUSHER))/, 'advice'],
  [/^setrlimit\/RLIMIT_CORE$/, 'debugging'],
  [/^setsockopt\/SO_(?:PEER|PASS)/, 'interprocess-communication'],
  [/^setsockopt\/SO_(?:(?:AT|DE)TACH|LOCK_FILTER|GET_FILTER)/, 'network-configuration'],
  [/^socket\/[AP]F_(?:LOCAL|UNIX)$/, 'interprocess-communication'],
  [/^socket\/[AP]F_(?:NETLINK|KEY)$/, 'network-configuration'],
  [/^sysconf\/_SC_(?:ARG|CHILD|OPEN|STREAM)_MAX$/, 'resource-limits'],
];

/** Family of `flag/<call>/<name>`, given without its kind. */
export function familyOfFlag(scopedName: string): string | undefined {
  const exception = EXCEPTIONS.find(([form]) => form.test(scopedName));
  return exception?.[1] ?? FAMILY_OF_SCOPE[scopedName.slice(0, scopedName.indexOf('/'))];
}
