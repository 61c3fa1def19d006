/**
 * Families by header: what most of a header's functions belong to. Names that belong elsewhere stand in the table of names.
 */

const HEADERS: Readonly<Record<string, string>> = {
  accounts: 'grp.h gshadow.h pwd.h shadow.h utmp.h utmpx.h lastlog.h',
  administration: `fstab.h linux/module.h mntent.h sys/mount.h sys/quota.h sys/reboot.h sys/swap.h sys/timex.h
    linux/reboot.h xfs/xqm.h linux/kexec.h linux/mount.h linux/quota.h sys/acct.h sys/kdaemon.h
    linux/acct.h`,
  advice: 'malloc.h numaif.h linux/mempolicy.h linux/fadvise.h',
  'asynchronous-io': 'aio.h libaio.h linux/aio_abi.h linux/io_uring.h liburing.h',
  contexts: 'bits/setjmp2.h setjmp.h ucontext.h sys/ucontext.h',
  debugging: `execinfo.h mcheck.h sys/gmon.h sys/profil.h sys/ptrace.h sys/sdt.h sys/user.h trace.h
    sys/procfs.h linux/bpf.h linux/perf_event.h sys/lttng.h asm/ptrace.h linux/ptrace.h linux/kcmp.h
    proc_service.h sys/debugreg.h sys/reg.h thread_db.h stab.h sys/gmon_out.h`,
  devices: 'sys/io.h sys/ioctl.h sys/kd.h sys/mtio.h sys/pci.h sys/raw.h sys/soundcard.h sys/vt.h',
  'dynamic-loading': 'bits/dlfcn.h dlfcn.h link.h',
  errors: 'assert.h err.h errno.h error.h sys/errno.h linux/errno.h',
  events: `bits/poll2.h bits/select2.h poll.h sys/epoll.h sys/event.h sys/eventfd.h sys/poll.h sys/select.h
    linux/eventpoll.h linux/poll.h linux/eventfd.h`,
  'file-metadata': 'sys/acl.h sys/xattr.h attr/xattr.h utime.h',
  'file-notification': 'sys/fanotify.h sys/inotify.h linux/fanotify.h linux/inotify.h',
  files: `bits/fcntl2.h dirent.h fcntl.h fts.h ftw.h glob.h sys/dir.h sys/fcntl.h sys/sendfile.h sys/stat.h
    sys/statfs.h sys/statvfs.h sys/sysmacros.h sys/uio.h sys/vfs.h ustat.h paths.h nfs/nfs.h`,
  'helper-programs': 'wordexp.h',
  identity: 'sys/fsuid.h',
  'interprocess-communication': `bits/mqueue2.h mqueue.h stropts.h sys/ipc.h sys/msg.h sys/sem.h sys/shm.h sys/un.h linux/ipc.h
    linux/memfd.h linux/mqueue.h linux/msg.h linux/sem.h linux/shm.h linux/un.h`,
  library: `argp.h argz.h bits/getopt_posix.h crypt.h db.h envz.h fnmatch.h getopt.h ndbm.h obstack.h regex.h regexp.h search.h
    stdlib.h sysexits.h`,
  locale: `bits/wchar2-decl.h iconv.h langinfo.h libintl.h locale.h monetary.h nl_types.h uchar.h wchar.h wctype.h xlocale.h`,
  locks: 'sys/file.h',
  logging: 'bits/syslog.h fmtmsg.h sys/klog.h sys/syslog.h syslog.h systemd/sd-journal.h',
  math: 'complex.h fenv.h gmpxx.h math.h tgmath.h float.h bits/iscanonical.h',
  memory: 'sys/mman.h alloca.h linux/mman.h linux/userfaultfd.h mm_malloc.h',
  'memory-protection': 'bits/mman-shared.h',
  'name-service': 'aliases.h arpa/nameser.h netdb.h resolv.h gssrpc/rpc.h nss.h',
  network: `arpa/ftp.h arpa/inet.h arpa/telnet.h bits/socket.h bits/socket2.h netinet/ether.h netinet/if_ether.h netinet/in.h
    netinet/ip.h netinet/ip6.h netinet/tcp.h netinet/udp.h netpacket/packet.h rpc/rpc.h sys/socket.h linux/vm_sockets.h
    linux/if_packet.h linux/can.h linux/tls.h`,
  'network-configuration': `ifaddrs.h linux/ethtool.h linux/if.h linux/if_tun.h linux/netlink.h linux/rtnetlink.h
    linux/sockios.h net/bpf.h net/if.h net/if_arp.h net/if_dl.h net/route.h`,
  privileges: `linux/capability.h linux/filter.h linux/landlock.h linux/seccomp.h sys/capability.h
    security/pam_appl.h seccomp.h selinux/selinux.h sys/keyctl.h linux/keyctl.h linux/securebits.h
    linux/audit.h`,
  'process-control': `linux/signal.h sys/pidfd.h sys/prctl.h sys/wait.h wait.h linux/prctl.h sys/procctl.h linux/pidfd.h
    linux/wait.h`,
  'program-execution': 'spawn.h',
  randomness: 'sys/random.h linux/random.h',
  'resource-limits': 'limits.h sys/resource.h ulimit.h linux/limits.h linux/resource.h sys/vlimit.h',
  'resource-usage': 'sys/times.h sys/vtimes.h',
  'runtime-support': `asm/ldt.h asm/prctl.h sys/cdefs.h sys/personality.h sys/platform/x86.h sys/rseq.h sys/syscall.h
    linux/unistd.h features.h linux/const.h linux/kernel.h linux/personality.h linux/posix_types.h
    linux/rseq.h linux/stddef.h linux/swab.h linux/types.h gconv.h sys/elf.h sys/vm86.h syscall.h
    unwind.h linux/elf.h linux/membarrier.h`,
  scheduling: 'bits/cpu-set.h sched.h linux/sched.h sys/cpuset.h numa.h linux/ioprio.h linux/sched/types.h',
  signals: 'signal.h sys/signal.h sys/signalfd.h linux/signalfd.h',
  stdio: 'bits/stdio2-decl.h printf.h stdio.h stdio_ext.h',
  strings:
    'bits/string_fortified.h ctype.h inttypes.h libgen.h string.h strings.h endian.h byteswap.h memory.h',
  synchronization: 'linux/futex.h semaphore.h stdatomic.h',
  'system-information': `bits/pthread_stack_min-dynamic.h bits/shmlba.h gnu/libc-version.h sys/auxv.h sys/param.h
    sys/sysctl.h sys/sysinfo.h sys/utsname.h linux/auxvec.h linux/param.h linux/sysctl.h linux/sysinfo.h
    linux/utsname.h`,
  terminal: `curses.h ncurses.h ncursesw/term.h pty.h readline/readline.h termio.h termios.h ttyent.h util.h
    libutil.h sgtty.h sys/termios.h sys/ttychars.h sys/ttydefaults.h linux/termios.h`,
  threads: 'pthread.h threads.h omp.h',
  time: 'sys/time.h sys/timeb.h time.h linux/time.h linux/time_types.h linux/times.h linux/timex.h',
  timers: 'sys/timerfd.h linux/timerfd.h',
};

const FAMILY_OF_HEADER: ReadonlyMap<string, string> = new Map(
  Object.entries(HEADERS).flatMap(([family, headers]) =>
    headers
      .trim()
      .split(/\s+/)
      .map((header) => [header, family] as const),
  ),
);

/** Families of headers that are not listed, by folder and form. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:asm|asm-generic|bits|gnu|x86_64-linux-gnu|machine|x86|amd64)\/|intrin\.h$|^(?:cpuid|elf|fpu_control)\.h$/,
    'runtime-support',
  ],
  [
    /^linux\/(?:netfilter|if_|tc_|pkt_|nl80211|genetlink|route|neighbour|nexthop|fib_rules|net_|nfnetlink)/,
    'network-configuration',
  ],
  [/^linux\/.*(?:netlink|_diag|tunnel|bridge)/, 'network-configuration'],
  [
    /^linux\/(?:can|caif|tipc|x25|ax25|atm|icmp|igmp|ipv6|ipsec|mroute|sctp|dccp|mptcp|tcp|udp|vm_sockets|rds|l2tp|(?:in6?|in_route|ip|ip_vs|smc)\.h)/,
    'network',
  ],
  [
    /^linux\/(?:usb|input|uinput|joystick|i2c|spi|gpio|videodev|v4l2|media|dvb|mtd|hid|serial|tty|kd|vt|fb|rtc|watchdog)/,
    'devices',
  ],
  [
    /^linux\/(?:.*_fs\.h|fs\.h|fscrypt|fsmap|fsverity|falloc|fiemap|btrfs|fuse|nfs|openat2|stat\.h|close_range)/,
    'files',
  ],
  [/^(?:linux|drm|mtd|misc|rdma|scsi|sound|video|xen)\//, 'devices'],
  [
    /^(?:net|netinet|netinet6|netpacket|netatalk|netax25|neteconet|netipx|netiucv|netrom|netrose|netash)\//,
    'network',
  ],
  [/^(?:rpc|rpcsvc|protocols|arpa)\//, 'network'],
];

/** Family of most of what a header declares; undefined for a header of many families, such as unistd.h. */
export function familyOfHeader(header: string): string | undefined {
  return FAMILY_OF_HEADER.get(header) ?? FORMS.find(([form]) => form.test(header))?.[1];
}
