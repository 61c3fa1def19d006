/**
 * The names that a programmer writes for a symbol that a linker sees: `stat64` and `__xstat` are `stat`. Symbols
 * that the linker cannot tell apart (`sigsetjmp`, `_setjmp`) share one name. From the symbol lists of glibc.
 */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  __isoc99_fscanf: ['fscanf'],
  __sysv_signal: ['signal'],
  __bsd_signal: ['signal'],
  bsd_signal: ['signal'],
  ssignal: ['signal'],
  __sigsetjmp: ['setjmp'],
  sigsetjmp: ['setjmp'],
  _setjmp: ['setjmp'],
  siglongjmp: ['longjmp'],
  _longjmp: ['longjmp'],
  __longjmp_chk: ['longjmp'],
  __xstat: ['stat'],
  __fxstat: ['fstat'],
  __lxstat: ['lstat'],
  __fxstatat: ['fstatat'],
  __xmknod: ['mknod'],
  __xmknodat: ['mknodat'],
  __getdelim: ['getdelim', 'getline'],
  __register_atfork: ['pthread_atfork'],
  __errno_location: ['errno'],
  __sched_cpucount: ['CPU_COUNT'],
  __sched_cpualloc: ['CPU_ALLOC'],
  __sched_cpufree: ['CPU_FREE'],
  __cmsg_nxthdr: ['CMSG_NXTHDR'],
  __fdelt_chk: ['FD_SET', 'FD_ISSET', 'FD_CLR'],
  __xpg_strerror_r: ['strerror_r'],
  __xpg_basename: ['basename'],
  __xpg_sigpause: ['sigpause'],
  __sigpause: ['sigpause'],
  __libc_current_sigrtmin: ['SIGRTMIN'],
  __libc_current_sigrtmax: ['SIGRTMAX'],
  gnu_dev_makedev: ['makedev'],
  gnu_dev_major: ['major'],
  gnu_dev_minor: ['minor'],
  __posix_getopt: ['getopt'],
  __res_init: ['res_init'],
  __res_query: ['res_query'],
  __res_search: ['res_search'],
  __res_ninit: ['res_ninit'],
  __res_nclose: ['res_nclose'],
  __res_nsearch: ['res_nsearch'],
  __h_errno_location: ['h_errno'],
  __libc_start_main: [],
  __cxa_finalize: [],
  __stack_chk_fail: [],
  __cxa_atexit: ['atexit'],
  __prlimit: ['prlimit'],
  _Exit: ['_exit'],
  __ppoll_chk: ['ppoll'],
};

/** Names that end in 64 and are no wide variant of another. */
const OWN_NAMES = new Set(['b64', 'int64', 'utf64']);
/** Symbols of the runtime that keep their underscores. */
const RUNTIME = /^__(?:ctype|cxa|gmon|libc|stdio|str|mem|tls|assert|fpclass|isnan|isinf)/;

/** Names in source for a linker symbol, with or without its version. */
export function interfaceNames(symbol: string): readonly string[] {
  let name = symbol.split('@', 1)[0];
  if (Object.hasOwn(SPECIAL, name)) return SPECIAL[name];
  name = /^__isoc(?:99|23)_(.+)$/.exec(name)?.[1] ?? name;
  name = /^__(.+?)_chk$/.exec(name)?.[1] ?? name;
  name = /^__(open|open64|openat|openat64|mq_open)_2$/.exec(name)?.[1] ?? name;
  const wide = /^(.+?)64(_r|v2|v)?$/.exec(name);
  if (wide && wide[1].length > 2 && !OWN_NAMES.has(wide[1])) name = wide[1] + (wide[2] ?? '');
  if (Object.hasOwn(SPECIAL, name)) return SPECIAL[name];
  const internal = /^__([a-z][a-z0-9_]*)$/.exec(name);
  return [internal && !RUNTIME.test(name) ? internal[1] : name];
}
