/**
 * Words for cases whose facts have none, and better words where the facts speak of how they were found.
 */

/** Note of a case, by the name of the call and what it fails with or does. */
const NOTES: Readonly<Record<string, string>> = {
  'socketpair EAFNOSUPPORT': 'Only AF_UNIX has pairs.',
  'sendmsg ENOTSOCK': 'A socket pair is no socket here; use write.',
  'recvmsg ENOTSOCK': 'A socket pair is no socket here; use read.',
  'getsockopt EINVAL': 'The option is not translated.',
  'setsockopt ENOPROTOOPT': 'The option is not translated.',
  'accept4 EINVAL': 'Only SOCK_NONBLOCK and SOCK_CLOEXEC are known.',
  'kill ESRCH': 'Only the own process exists.',
  'killpg EINVAL': 'A negative group is refused.',
  'tgkill EINVAL': 'Both ids have to be positive.',
  'tgkill ESRCH': 'Only the own process exists.',
  'sigaltstack EINVAL': 'Only 0 and SS_DISABLE are known.',
  'clone EFAULT': 'The pointer that the flag needs is null.',
  'clone3 ENOSYS': 'There are no processes.',
  'getrusage EINVAL': 'There are no children to ask about.',
  'setrlimit EINVAL': 'The resource has no entry in the table of limits.',
  'setrlimit64 EINVAL': 'The resource has no entry in the table of limits.',
  'prlimit EINVAL': 'Only the own process exists.',
  'prlimit64 EINVAL': 'Only the own process exists.',
  'mmap EINVAL': 'An empty mapping is refused, as on Linux.',
  'mmap64 EINVAL': 'An empty mapping is refused, as on Linux.',
  'mremap EINVAL': 'This form is not implemented.',
  'faccessat abort': 'The flag trips an assertion.',
  'linkat EINVAL': 'The flag is refused.',
  'copy_file_range EINVAL': 'Flags are refused.',
  'splice EINVAL': 'Only the four SPLICE_F flags are known.',
  'mknodat EINVAL': 'Only regular files and directories can be made.',
  '__xmknod EINVAL': 'Only regular files and directories can be made.',
  'fallocate EROFS': 'The file system is read-only.',
  'fallocate EINVAL': 'The file system does not implement it.',
  'fallocate ENOTSUP': 'Punching a hole needs FALLOC_FL_KEEP_SIZE too.',
  'fallocate no-op': 'Success is reported and nothing is reserved.',
  'umount2 EINVAL': 'MNT_EXPIRE excludes the other flags, as on Linux.',
  'getrandom ENOSYS': 'The flag is not implemented.',
  'getentropy EIO': 'Longer requests are refused, as on Linux.',
  'epoll_create1 abort': 'An unknown flag trips an assertion instead of giving EINVAL.',
  'timerfd_create EINVAL': 'Other clocks and flags are refused.',
  'clock_gettime EINVAL': 'The clock does not exist.',
  'bind_textdomain_codeset EINVAL': 'Null is returned.',
  'newlocale EINVAL': 'Only the name "C" exists.',
  'execvp EINVAL': 'Nothing is run.',
  'sched_get_priority_max EINVAL': 'The policy is refused.',
  'sched_get_priority_min EINVAL': 'The policy is refused.',
  'timer_create EINVAL': 'The clock is refused.',
  'clock_gettime -1': 'The clock is refused.',
  'sigset EINVAL': 'SIG_ERR is no action.',
  'pthread_condattr_setclock EINVAL': 'The clock is refused.',
  'wordexp 2': 'The call returns WRDE_BADVAL.',
  'open ENOENT': 'There is no such file.',
};

/** Replacements of notes that speak of the way they were found. */
const BETTER: Readonly<Record<string, string>> = {
  'observed at run time: no abort; small and medium malloc blocks are refused':
    'Small and medium malloc blocks are refused.',
  'sends, but leaves msg_name of the caller pointing to freed memory (static reading)':
    'Sends, but leaves msg_name of the caller pointing to freed memory.',
  'set errno for sched_, returned for pthread_': 'The set has to name one CPU or all.',
  'all zero': 'The structure is filled with zeroes.',
  constant: 'A constant is answered.',
  fails: 'It fails.',
};

/** The facts' words for a case, or better ones. */
export function caseNote(name: string, note: string, key: string): string {
  return (
    BETTER[note] ?? (note || NOTES[`${name.replace(/64$/, '')} ${key}`] || NOTES[`${name} ${key}`] || '')
  );
}
