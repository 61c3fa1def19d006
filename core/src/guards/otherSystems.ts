/**
 * Names that operating systems have which are no target: a configure script finds none of them, whatever the list of
 * features says, and their constants are not defined. Each is told with the systems that have it, by the words of
 * `pathRole`; a target that builds the code of one of them is not answered from here.
 */

const MACROS = byName([
  // <TargetConditionals.h>
  [
    'darwin',
    'TARGET_OS_MAC TARGET_OS_OSX TARGET_OS_IPHONE TARGET_OS_IOS TARGET_OS_TV TARGET_OS_WATCH TARGET_OS_VISION',
  ],
  [
    'darwin',
    'TARGET_OS_BRIDGE TARGET_OS_MACCATALYST TARGET_OS_SIMULATOR TARGET_OS_EMBEDDED TARGET_IPHONE_SIMULATOR',
  ],
  // A platform of its own, or a sandbox that takes the place of one.
  [
    'other',
    '__native_client__ __pnacl__ __ORBIS__ __PROSPERO__ __SWITCH__ __3DS__ __amigaos__ __DOS__ __rtems__ __redox__',
  ],
  // Signals and event sources of the headers there.
  ['windows', 'SIGBREAK USE_WINSOCK USE_WINDOWS_POLL'],
  ['hpux', 'M_UNIX M_XENIX _SCO_DS _SCO_COFF _SCO_ELF'],
  [
    'freebsd',
    'CLOCK_MONOTONIC_FAST CLOCK_REALTIME_FAST CLOCK_UPTIME CLOCK_UPTIME_FAST CLOCK_SECOND SIGEV_KEVENT',
  ],
  ['freebsd', 'SIGTHR SIGLIBRT F_DUP2FD F_DUP2FD_CLOEXEC F_KINFO F_READAHEAD'],
  ['bsd', 'SIGINFO F_CLOSEM F_MAXFD'],
  ['darwin', 'F_NOCACHE F_FULLFSYNC F_RDAHEAD F_GETPATH'],
  ['solaris', 'SIGWAITING SIGLWP SIGFREEZE SIGTHAW SIGCANCEL SIGXRES SIGJVM1 SIGJVM2'],
]);

const HEADERS = byName([
  ['windows', 'windows.h winsock.h winsock2.h ws2tcpip.h wspiapi.h io.h direct.h process.h conio.h tchar.h'],
  [
    'solaris',
    'port.h umem.h priv.h ucred.h zone.h kstat.h procfs.h stropts.h sys/devpoll.h sys/filio.h sys/sockio.h',
  ],
  [
    'darwin',
    'mach/mach.h mach/mach_time.h malloc/malloc.h libproc.h sandbox.h AvailabilityMacros.h TargetConditionals.h',
  ],
  ['darwin', 'CommonCrypto/CommonDigest.h CoreFoundation/CoreFoundation.h Security/Security.h copyfile.h'],
  ['freebsd', 'sys/capsicum.h sys/procctl.h sys/umtx.h sys/thr.h libutil.h malloc_np.h pthread_np.h'],
  ['aix', 'sys/pollset.h sys/systemcfg.h'],
  ['bsd', 'sys/event.h util.h libutil.h login_cap.h vis.h sys/tree.h bsd_auth.h netinet/ip_fil.h kvm.h'],
]);

const LIBRARIES = byName([
  ['windows', 'ws2_32 wsock32 winmm iphlpapi psapi advapi32 kernel32 secur32 crypt32 bcrypt dbghelp'],
  ['solaris', 'socket xnet gen posix4 sec sendfile kstat umem lgrp contract project door'],
  ['bsd', 'kvm devstat procstat'],
  ['hpux', 'dld inet'],
]);

const FUNCTIONS = byName([
  [
    'windows',
    '_beginthreadex closesocket createprocess getlasterror wsastartup wsapoll ioctlsocket _getpid _pipe',
  ],
  [
    'solaris',
    'port_create port_associate port_get port_getn port_send setppriv getppriv priv_set priv_addset getpeerucred',
  ],
  [
    'solaris',
    'ucred_get getzoneid getzonename umem_alloc sendfilev memcntl getpagesizes processor_bind kstat_open door_create',
  ],
  [
    'darwin',
    'mach_absolute_time mach_timebase_info malloc_size malloc_zone_statistics task_for_pid sandbox_init',
  ],
  ['darwin', 'proc_pidinfo dispatch_async fcopyfile clonefile'],
  ['freebsd', 'cap_enter cap_rights_limit setproctitle_fast pthread_set_name_np'],
  ['openbsd', 'pledge unveil getdtablecount bcrypt_newhash readpassphrase'],
  [
    'bsd',
    'setproctitle kqueue kevent strtonum getprogname setprogname fgetln strmode fparseln strnvis login_getcapbool',
  ],
  ['solaris', 'fdwalk openlog_r ctermid_r getpassphrase'],
  ['darwin', 'pthread_fchdir_np thread_policy_set host_statistics sysctlnametomib'],
  ['aix', 'pollset_create'],
  ['hpux', 'pstat_getdynamic pstat_getproc'],
]);

/** Whether a macro or constant is certain to be another system's. */
export function isForeignMacro(name: string, systems: ReadonlySet<string>): boolean {
  return isForeign(MACROS, name, systems);
}

/** @param library without `lib`. */
export function isForeignLibrary(library: string, systems: ReadonlySet<string>): boolean {
  return isForeign(LIBRARIES, library, systems);
}

export function isForeignHeader(header: string, systems: ReadonlySet<string>): boolean {
  return isForeign(HEADERS, header, systems);
}

/** @param name in lower case, as a configure script's macro gives it. */
export function isForeignFunction(name: string, systems: ReadonlySet<string>): boolean {
  return isForeign(FUNCTIONS, name, systems);
}

function isForeign(table: ReadonlyMap<string, string>, name: string, systems: ReadonlySet<string>): boolean {
  const owner = table.get(name);
  return owner !== undefined && !systems.has(owner);
}

function byName(rows: readonly (readonly [system: string, names: string])[]): Map<string, string> {
  return new Map(rows.flatMap(([system, names]) => names.split(' ').map((name) => [name, system])));
}
