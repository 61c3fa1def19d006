/**
 * Families of functions and system calls by name: whatever its header does not tell. System calls share the table
 * with the functions of the same name.
 */

const NAMES: Readonly<Record<string, string>> = {
  accounts: `endusershell getgroups getlogin getlogin_r getusershell group_member login logout logwtmp setlogin
    setusershell cuserid lckpwdf ulckpwdf getgrouplist getpw`,
  administration: `acct adjtime adjtimex clock_adjtime clock_settime ntp_adjtime ntp_gettime ntp_gettimex settimeofday stime
    afs_syscall bdflush create_module delete_module finit_module fsconfig fsmount fsopen fspick get_kernel_syms init_module
    kexec_file_load kexec_load listmount lookup_dcookie mount mount_setattr move_mount nfsservctl open_tree pivot_root
    query_module quotactl quotactl_fd reboot setdomainname sethostid sethostname statmount swapoff swapon sysfs tuxcall
    umount umount2 uselib vserver security`,
  advice: `madvise posix_madvise process_madvise posix_fadvise fadvise64 readahead cachestat mallinfo mallinfo2 malloc_info
    malloc_stats malloc_trim mallopt get_mempolicy mbind migrate_pages move_pages set_mempolicy set_mempolicy_home_node
    posix_mem_offset mlock mlock2 mlockall munlock munlockall`,
  'asynchronous-io': `io_cancel io_destroy io_getevents io_pgetevents io_setup io_submit io_uring_enter io_uring_register
    io_uring_setup`,
  contexts: 'sigsetjmp',
  daemonization: 'daemon setsid',
  debugging: `backtrace backtrace_symbols backtrace_symbols_fd bpf dladdr dladdr1 kcmp perf_event_open profil sprofil
    process_vm_readv process_vm_writev ptrace setproctitle pthread_getname_np pthread_setname_np mcount moncontrol tr_break
    __cyg_profile_func_enter __cyg_profile_func_exit __fentry__ _mcount __profile_frequency _mcleanup monstartup
    _dl_mcount_wrapper _dl_mcount_wrapper_check psiginfo psignal`,
  devices: 'ioctl ioperm iopl',
  durability: 'fdatasync fsync msync sync sync_file_range syncfs aio_fsync',
  errors:
    'errno perror __errno_location err errx warn warnx verr verrx vwarn vwarnx assert __chk_fail __stack_chk_fail',
  events: `epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait epoll_ctl_old epoll_wait_old eventfd
    eventfd2 eventfd_read eventfd_write kevent kqueue poll ppoll pselect pselect6 select EV_SET`,
  'file-metadata': `access chflags chmod chown eaccess euidaccess faccessat faccessat2 fchflags fchmod fchmodat fchmodat2
    fchown fchownat futimens futimes futimesat lchmod lchown lutimes umask utime utimensat utimes fgetxattr flistxattr
    fremovexattr fsetxattr getxattr lgetxattr listxattr llistxattr lremovexattr lsetxattr removexattr setxattr`,
  'file-notification': `fanotify_init fanotify_mark inotify_add_watch inotify_init inotify_init1 inotify_rm_watch`,
  files: `chdir close close_range closedir closefrom copy_file_range creat dup dup2 dup3 fallocate fchdir fcntl fstat fstatat
    fstatfs ftruncate fxstat fxstatat get_current_dir_name getcwd getdents getdents64 getwd link linkat llseek lseek lstat
    lxstat mkdir mkdirat mkdtemp mkostemp mkostemps mkstemp mkstemps mktemp mknod mknodat name_to_handle_at newfstatat open
    open_by_handle_at openat openat2 posix_fallocate pread preadv preadv2 preadv64v2 pwrite pwritev pwritev2 pwritev64v2
    read readlink readlinkat readv realpath canonicalize_file_name remove rename renameat renameat2 revoke rmdir sendfile
    splice stat statfs statx symlink symlinkat tee tempnam tmpfile tmpnam truncate unlink unlinkat ustat vmsplice write
    writev xmknod xmknodat xstat opendir getmntinfo getvfsstat`,
  'helper-programs': 'popen pclose system wordexp wordfree',
  identity: `getegid geteuid getgid getresgid getresuid getuid initgroups setegid seteuid setfsgid setfsuid setgid setregid
    setresgid setresuid setreuid setuid`,
  'interprocess-communication': `memfd_create memfd_secret mkfifo mkfifoat mq_getsetattr mq_notify mq_open mq_timedreceive
    mq_timedsend mq_unlink msgctl msgget msgrcv msgsnd pipe pipe2 posix_typed_mem_get_info posix_typed_mem_open sem_close
    sem_open sem_unlink semctl semget semop semtimedop shm_open shm_unlink shmat shmctl shmdt shmget socketpair getpmsg
    putpmsg getmsg putmsg fattach fdetach isastream`,
  library: `a64l l64a bsearch clearenv encrypt setkey crypt environ getenv getopt getsubopt optarg opterr optind optopt putenv
    qsort secure_getenv setenv unsetenv advance step crypt_gensalt_r fcrypt xcrypt xcrypt_gensalt xcrypt_gensalt_r xcrypt_r
    sstk va_arg va_copy va_end va_start`,
  locale: `btowc wctob mblen mbstowcs mbtowc wcstombs wctomb wcstoimax wcstoumax rpmatch fgetwc fgetws fputwc fputws fwide
    fwprintf fwscanf getwc getwchar putwc putwchar swprintf swscanf ungetwc vfwprintf vfwscanf vswprintf vswscanf vwprintf
    vwscanf wprintf wscanf open_wmemstream mbrtowc towctrans towlower_l towupper_l`,
  locks: 'flock lockf',
  logging: 'closelog klogctl openlog setlogmask syslog vsyslog',
  math: `abs labs llabs imaxabs div ldiv lldiv imaxdiv drand48 erand48 initstate jrand48 lcong48 lrand48 mrand48 nrand48 rand
    random seed48 setstate srand srand48 srandom fadd fsub canonicalize significand clog10`,
  memory: `aligned_alloc brk calloc cfree default_morecore free malloc malloc_usable_size memalign mincore minherit
    mmap mremap munmap posix_memalign process_mrelease pvalloc realloc reallocarray remap_file_pages sbrk userfaultfd
    valloc`,
  'memory-protection': `map_shadow_stack mprotect mseal pkey_alloc pkey_free pkey_get pkey_mprotect pkey_set
    pthread_attr_getguardsize pthread_attr_setguardsize`,
  'name-service': 'freeaddrinfo getaddrinfo getnameinfo hostalias ruserpass',
  network: `accept accept4 bind bindresvport connect getpeereid getpeername getsockname htonl htons iruserok iruserok_af
    isfdtype listen ntohl ntohs rcmd rcmd_af recv recvfrom recvmmsg recvmsg rexec rexec_af rresvport rresvport_af ruserok
    ruserok_af send sendmmsg sendmsg sendto shutdown sockatmark socket ivaliduser`,
  privileges: `add_key capget capset chroot fchroot keyctl landlock_add_rule landlock_create_ruleset landlock_restrict_self
    lsm_get_self_attr lsm_list_modules lsm_set_self_attr request_key seccomp setgroups setns unshare`,
  'process-control': `getpgid getpgrp getpid getppid getsid kill killpg pidfd_getfd pidfd_getpid pidfd_open pidfd_send_signal
    prctl setpgid setpgrp tcgetpgrp tcsetpgrp tcgetsid wait wait3 wait4 waitid waitpid bsd_getpgrp`,
  'process-creation': `_Fork clone clone3 fork forkpty pthread_atfork register_atfork vfork`,
  'program-end': `_Exit _exit abort at_quick_exit atexit cxa_at_quick_exit cxa_atexit cxa_finalize exit exit_group on_exit
    quick_exit`,
  'program-execution': 'execl execle execlp execv execve execveat execvp execvpe fexecve',
  randomness: 'arc4random arc4random_buf arc4random_uniform getentropy getrandom',
  'resource-limits': 'getdtablesize getrlimit prlimit prlimit64 setrlimit ulimit vlimit',
  'resource-usage': 'getloadavg getrusage times vtimes clock_getcpuclockid pthread_getcpuclockid',
  'runtime-support': `arch_prctl get_robust_list get_thread_area modify_ldt personality restart_syscall rseq rt_sigreturn
    set_robust_list set_thread_area set_tid_address sigreturn syscall libc_start_main cxa_thread_atexit_impl
    _dl_find_object`,
  scheduling: `getcpu getpriority ioprio_get ioprio_set membarrier nice pthread_attr_getaffinity_np
    pthread_attr_getinheritsched pthread_attr_getschedparam pthread_attr_getschedpolicy pthread_attr_getscope
    pthread_attr_setaffinity_np pthread_attr_setinheritsched pthread_attr_setschedparam pthread_attr_setschedpolicy
    pthread_attr_setscope pthread_getaffinity_np pthread_getconcurrency pthread_getschedparam pthread_setaffinity_np
    pthread_setconcurrency pthread_setschedparam pthread_setschedprio pthread_yield sched_get_priority_max
    sched_get_priority_min sched_getaffinity sched_getattr sched_getcpu sched_getparam sched_getscheduler
    sched_rr_get_interval sched_setaffinity sched_setattr sched_setparam sched_setscheduler sched_yield setpriority
    cpuset_isset`,
  signals: `pause pthread_kill pthread_kill_other_threads_np pthread_sigmask pthread_sigqueue raise rt_sigaction rt_sigpending
    rt_sigprocmask rt_sigqueueinfo rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo sigaltstack signalfd signalfd4 tgkill
    tkill pthread_attr_getsigmask_np pthread_attr_setsigmask_np xpg_sigpause sigaction sigaddset sigdelset sigismember
    sigsuspend signal`,
  'socket-options':
    'getsockopt setsockopt getipv4sourcefilter getsourcefilter setipv4sourcefilter setsourcefilter',
  strings: `atof atoi atol atoll ecvt fcvt gcvt qecvt qfcvt qgcvt strtod strtof strtoimax strtol strtold strtoll strtoq strtoul
    strtoull strtoumax strtouq swab index rindex basename dirname xpg_basename`,
  synchronization: `call_once futex futex_requeue futex_wait futex_waitv futex_wake pthread_once`,
  'system-information': `confstr fpathconf get_avphys_pages get_nprocs get_nprocs_conf get_phys_pages getauxval getdomainname
    gethostid gethostname getpagesize gnu_get_libc_release gnu_get_libc_version pathconf sysconf sysctl _sysctl sysctlbyname
    sysinfo uname`,
  terminal: `cfmakeraw cfsetspeed ctermid getpass getpt grantpt gtty isatty login_tty openpty posix_openpt ptsname stty ttyname
    ttyslot unlockpt vhangup`,
  threads: 'gettid pthread_cleanup_pop pthread_cleanup_push pthread_suspend_np pthread_resume_np',
  time: `clock clock_getres clock_gettime clock_nanosleep difftime ftime gettimeofday gmtime nanosleep sleep time timezone
    tzname daylight tzset usleep ctime localtime strftime`,
  timers: `alarm getitimer setitimer timer_create timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create
    timerfd_gettime timerfd_settime ualarm`,
};

const FAMILY_OF_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([family, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, family] as const),
  ),
);

/** Family of a function or system call of this very name, or of the plain function behind a variant of it. */
export function familyOfName(name: string): string | undefined {
  const exact = FAMILY_OF_NAME.get(name);
  if (exact) return exact;
  const plain = plainName(name);
  return FAMILY_OF_NAME.get(plain) ?? FAMILY_OF_NAME.get(`__${plain}`);
}

/** Takes off what marks a variant: `__read_chk`, `lseek64`, `ptsname_r`, `__isoc99_sscanf`, `getc_unlocked`. */
export function plainName(name: string): string {
  const bare = name
    .replace(/^__(?:isoc\d\d_|posix_)?/, '')
    .replace(/^pthread_mutexattr_(get|set)kind_np$/, 'pthread_mutexattr_$1type');
  return bare.replace(/(?:64|_2|_chk|_internal|_unlocked|_small|_c?\d?c|_g|_l|_r)+$/, '') || bare;
}
