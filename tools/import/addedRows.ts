/**
 * Rows that the facts lack although their sources or observations are clear: macros and variables of NetBSD's
 * headers, and what was seen on a guest of names that no row covers.
 */
import type { FactRow } from './factRow.js';

function row(
  symbol: string,
  kind: string,
  status: string,
  note: string,
  evidence: string,
  header?: string,
): FactRow {
  return { symbol, kind, status, note, evidence, curated: true, ...(header ? { header } : {}) };
}

function variable(symbol: string, header: string, line: number): FactRow {
  const evidence = `src-netbsd include/${header}:${line}`;
  return row(symbol, 'function', 'supported', 'Declared by the NetBSD header.', evidence, header);
}

function deviceRow(path: string, present: boolean): FactRow {
  return present
    ? row(path, 'procfile', 'supported', 'Present in the device file system.', 'observed at run time')
    : {
        ...row(path, 'procfile', 'missing', 'There is no such device.', 'observed at run time'),
        errno: 'ENOENT',
      };
}

export const ADDED_OSV: readonly FactRow[] = [
  ...['null', 'urandom', 'random', 'console'].map((name) => deviceRow(`/dev/${name}`, true)),
  ...['zero', 'tty', 'shm', 'ptmx', 'full', 'stdin', 'fd'].map((name) => deviceRow(`/dev/${name}`, false)),
  row(
    '/proc',
    'procfile',
    'partial',
    'A directory with cpuinfo, meminfo, mounts, self, sys and one numbered process.',
    'fs/procfs/procfs_vnops.cc:174',
  ),
  row('/sys', 'sysfile', 'partial', 'A directory with devices and osv alone.', 'fs/sysfs/sysfs_vnops.cc:108'),
];

const LIBC = 'Provided by NetBSD libc.';

/** What stands for all of procfs and sysfs. */
function noPseudoFiles(path: string): FactRow {
  const note = 'No component provides procfs or sysfs; open fails.';
  return row(path, 'procfile', 'missing', note, 'src-netbsd sys/rump/fs/lib/ (absent)');
}

export const ADDED_RUMPRUN: readonly FactRow[] = [
  noPseudoFiles('/proc'),
  noPseudoFiles('/sys'),
  row(
    'FATAL-TRAP',
    'behaviour',
    'missing',
    'A fault of the processor prints one line and stops the guest; a handler for SIGSEGV or SIGFPE is not run.',
    'observed at run time',
  ),
  variable('optarg', 'unistd.h', 155),
  variable('opterr', 'unistd.h', 156),
  variable('optind', 'unistd.h', 157),
  variable('optopt', 'unistd.h', 158),
  variable('signgam', 'math.h', 157),
  variable('stdin', 'stdio.h', 215),
  variable('stdout', 'stdio.h', 216),
  variable('stderr', 'stdio.h', 217),
  variable('tzname', 'time.h', 117),
  variable('daylight', 'time.h', 126),
  variable('timezone', 'time.h', 128),
  variable('errno', 'errno.h', 43),
  row(
    'FD_SET',
    'function',
    'supported',
    'Macro of the NetBSD header.',
    'src-netbsd sys/sys/fd_set.h:70',
    'sys/select.h',
  ),
  row(
    'FD_ISSET',
    'function',
    'supported',
    'Macro of the NetBSD header.',
    'src-netbsd sys/sys/fd_set.h:74',
    'sys/select.h',
  ),
  row(
    'FD_ZERO',
    'function',
    'supported',
    'Macro of the NetBSD header.',
    'src-netbsd sys/sys/fd_set.h:77',
    'sys/select.h',
  ),
  row(
    'EV_SET',
    'function',
    'partial',
    'Macro; signals, children and AIO cannot be watched.',
    'src-netbsd sys/sys/event.h:48',
    'sys/event.h',
  ),
  row('environ', 'function', 'supported', LIBC, 'src-netbsd lib/libc/stdlib/_env.c:97'),
  row('strlcat', 'function', 'supported', LIBC, 'src-netbsd include/string.h', 'string.h'),
  row('strlcpy', 'function', 'supported', LIBC, 'src-netbsd include/string.h', 'string.h'),
  row('wcslcat', 'function', 'supported', LIBC, 'src-netbsd lib/libc/string/wcslcat.c:48', 'wchar.h'),
  row('wcslcpy', 'function', 'supported', LIBC, 'src-netbsd lib/libc/string/wcslcpy.c:46', 'wchar.h'),
  row('__cxa_atexit', 'function', 'supported', LIBC, 'src-netbsd lib/libc/stdlib/atexit.c:150'),
  row('__cxa_finalize', 'function', 'supported', LIBC, 'src-netbsd lib/libc/stdlib/atexit.c:184'),
  row('getpeereid', 'function', 'supported', LIBC, 'src-netbsd lib/libc/net/getpeereid.c:44', 'unistd.h'),
  row(
    'getmntinfo',
    'function',
    'supported',
    LIBC,
    'src-netbsd lib/libc/gen/getmntinfo.c:54',
    'sys/statvfs.h',
  ),
  row(
    'getvfsstat',
    'function',
    'supported',
    'Served by the rump kernel.',
    'observed at run time',
    'sys/statvfs.h',
  ),
  row('cpuset_isset', 'function', 'supported', LIBC, 'observed at run time', 'sched.h'),
  row(
    'sysctl',
    'function',
    'partial',
    'Nodes of hw and kern answer; kern.boottime is not there (ENOENT).',
    'src-netbsd lib/libc/gen/sysctl.c:73',
    'sys/sysctl.h',
  ),
  row(
    'sysctlbyname',
    'function',
    'partial',
    'Nodes of hw and kern answer; kern.proc lists nothing (EINVAL).',
    'src-netbsd lib/libc/gen/sysctlbyname.c:56',
    'sys/sysctl.h',
  ),
];
