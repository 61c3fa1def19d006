/**
 * The folders of NetBSD's sources from which the Rumprun toolchain installs headers. The lists are those of
 * buildrump.sh, which build-rr.sh calls: `makekernelheaders` in buildrump.sh, `stdlibs` and `userincludes` in
 * subr.sh.
 */

/** Every folder that this makefile names, but for the ones that are left out below. */
export const KERNEL_MAKEFILE = 'sys/Makefile';

/** Left out by `makekernelheaders`; of `rump`, only its headers are. */
export const KERNEL_LEFT_OUT: ReadonlySet<string> = new Set(['arch', 'modules', 'compat', 'netnatm', 'rump']);

/** Added by hand in `makekernelheaders` for x86-64, the rump kernel itself, and the C library. */
export const FOLDERS_ADDED: readonly string[] = [
  'sys/arch/amd64/include',
  'sys/arch/i386/include',
  'sys/arch/x86/include',
  'sys/rump/include',
  'include',
];

/** Read without their subfolders: links to the machine's own headers, and the libraries. */
export const FLAT_FOLDERS: readonly string[] = [
  'sys/arch',
  'lib/libc',
  'lib/libcrypt',
  'lib/libipsec',
  'lib/libkvm',
  'lib/libm',
  'lib/libnpf',
  'lib/libpci',
  'lib/libprop',
  'lib/libpthread',
  'lib/librmt',
  'lib/libutil',
  'lib/liby',
  'lib/libz',
  'external/bsd/flex/lib',
  'external/bsd/libpcap/lib',
];
