/**
 * Porting notes of functions and system calls, by name.
 */
import { plainName } from './familiesByName.js';

const CALLS: Readonly<Record<string, string>> = {
  'alarms-and-timers': `alarm getitimer setitimer siglongjmp timer_create timer_delete timer_getoverrun timer_gettime
    timer_settime ualarm`,
  'crash-handlers': 'backtrace backtrace_symbols backtrace_symbols_fd sigaltstack sigstack',
  daemonize: 'daemon getsid setpgid setpgrp setsid tcgetsid',
  'debuggers-and-strace': 'kcmp process_vm_readv process_vm_writev ptrace',
  'dynamic-loading': `_dl_find_object dl_iterate_phdr dladdr dladdr1 dlclose dlerror dlinfo dlmopen dlopen dlsym dlvsym`,
  epoll: `epoll_create epoll_create1 epoll_ctl epoll_ctl_old epoll_pwait epoll_pwait2 epoll_wait epoll_wait_old eventfd eventfd2
    eventfd_read eventfd_write kevent kqueue EV_SET timerfd_create timerfd_gettime timerfd_settime`,
  'errno-of-stubs': `errno __errno_location getpriority getrusage nice perror setpriority`,
  'file-change-notification': `fanotify_init fanotify_mark inotify_add_watch inotify_init inotify_init1 inotify_rm_watch`,
  'file-locks': 'flock lockf lckpwdf ulckpwdf',
  'file-modes': `chmod chown fchmod fchmodat fchmodat2 fchown fchownat lchmod lchown umask`,
  'fork-and-exec': 'execl execle execlp execv execve execvp execvpe',
  'exec-in-place': 'execveat fexecve personality',
  'fork-per-connection': `_Fork clone fork pthread_atfork __register_atfork`,
  'graceful-stop': 'reboot',
  'kill-and-pid-files': 'getppid kill killpg pidfd_send_signal',
  'limits-and-sysctl': `getdtablesize getrlimit prlimit prlimit64 setrlimit sysctl _sysctl sysctlbyname ulimit vlimit`,
  'mapped-memory': `brk default_morecore madvise map_shadow_stack mincore minherit mlock mlock2 mlockall mmap mprotect mremap mseal msync
    munlock munlockall munmap pkey_alloc pkey_free pkey_get pkey_mprotect pkey_set posix_madvise process_madvise
    pthread_attr_setguardsize remap_file_pages sbrk`,
  'named-pipes': 'mkfifo mkfifoat',
  popen: 'pclose popen',
  'posix-spawn': 'pidfd_spawn pidfd_spawnp posix_spawn posix_spawnp vfork',
  privileges: `add_key capget capset chroot fchroot getresgid getresuid initgroups keyctl landlock_add_rule landlock_create_ruleset
    landlock_restrict_self request_key seccomp setegid seteuid setfsgid setfsuid setgid setgroups setns setregid setresgid
    setresuid setreuid setuid unshare getpwnam getgrnam pivot_root`,
  'process-titles': 'pthread_getname_np pthread_setname_np setproctitle',
  'profiling-and-probes': `bpf mcount moncontrol monstartup _mcleanup perf_event_open profil sprofil`,
  'program-end': `_Exit _exit abort at_quick_exit atexit cxa_at_quick_exit cxa_atexit cxa_finalize exit exit_group on_exit quick_exit`,
  'pseudo-terminals': `ctermid forkpty getpass getpt grantpt isatty login_tty openpty posix_openpt ptsname tcdrain tcflow tcflush
    tcgetattr tcgetpgrp tcsendbreak tcsetattr tcsetpgrp ttyname ttyslot unlockpt vhangup`,
  'recent-system-calls': `clone3 close_range copy_file_range faccessat2 futex_waitv io_cancel io_destroy io_getevents io_pgetevents
    io_setup io_submit io_uring_enter io_uring_register io_uring_setup membarrier memfd_create memfd_secret openat2
    pidfd_getfd pidfd_open preadv2 process_mrelease pwritev2 renameat2 rseq splice statx syscall tee userfaultfd vmsplice
    cachestat fsconfig fsmount fsopen fspick move_mount mount_setattr open_tree listmount statmount`,
  'shared-memory-and-semaphores': `ftok mq_close mq_getattr mq_getsetattr mq_notify mq_open mq_receive mq_send mq_setattr
    mq_timedreceive mq_timedsend mq_unlink msgctl msgget msgrcv msgsnd sem_close sem_open sem_unlink semctl semget semop
    semtimedop shm_open shm_unlink shmat shmctl shmdt shmget pthread_barrierattr_setpshared pthread_condattr_setpshared
    pthread_mutexattr_setpshared pthread_rwlockattr_setpshared pthread_mutexattr_setrobust pthread_mutex_consistent`,
  'signal-delivery': `bsd_signal gsignal pause pthread_kill pthread_sigmask pthread_sigqueue raise rt_sigaction rt_sigpending
    rt_sigprocmask rt_sigqueueinfo rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo sigaction sigblock sighold sigignore
    siginterrupt signal signalfd signalfd4 sigpause sigpending sigprocmask sigqueue sigrelse sigset sigsetmask sigsuspend
    sigtimedwait sigvec sigwait sigwaitinfo ssignal sysv_signal tgkill tkill xpg_sigpause`,
  syslog: 'closelog klogctl openlog setlogmask syslog vsyslog',
  system: 'system wordexp',
  'unix-sockets': 'getpeereid recvmsg sendmsg socketpair',
  'wait-loops': 'wait wait3 wait4 waitid waitpid',
};

const NOTE_OF_CALL: ReadonlyMap<string, string> = new Map(
  Object.entries(CALLS).flatMap(([slug, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, slug] as const),
  ),
);

/** Note for a function or system call of this name, or for the plain function behind a variant of it. */
export function noteOfCall(name: string): string | undefined {
  return (
    NOTE_OF_CALL.get(name) ??
    (name.startsWith('posix_spawn') ? 'posix-spawn' : undefined) ??
    NOTE_OF_CALL.get(plainName(name))
  );
}
