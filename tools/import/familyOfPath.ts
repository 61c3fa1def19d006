/**
 * Families of paths, by their first parts.
 */

const FAMILY_OF_PREFIX: readonly (readonly [string, string])[] = [
  ['dev/random', 'randomness'],
  ['dev/urandom', 'randomness'],
  ['dev/shm', 'interprocess-communication'],
  ['dev/mqueue', 'interprocess-communication'],
  ['dev/ptmx', 'terminal'],
  ['dev/pts', 'terminal'],
  ['dev/tty', 'terminal'],
  ['dev/console', 'terminal'],
  ['dev/log', 'logging'],
  ['dev/kmsg', 'logging'],
  ['dev/net', 'network-configuration'],
  ['dev', 'devices'],
  ['proc/sys/kernel/random', 'randomness'],
  ['proc', 'procfs'],
  ['sys/kernel/debug', 'debugging'],
  ['sys/kernel/tracing', 'debugging'],
  ['sys', 'sysfs'],
  ['etc/passwd', 'accounts'],
  ['etc/group', 'accounts'],
  ['etc/shadow', 'accounts'],
  ['etc/hosts', 'name-service'],
  ['etc/resolv.conf', 'name-service'],
  ['etc/services', 'name-service'],
  ['etc/nsswitch.conf', 'name-service'],
  ['etc/localtime', 'time'],
  ['usr/share/zoneinfo', 'time'],
  ['etc/ld.so', 'dynamic-loading'],
  ['var/run/log', 'logging'],
  ['bin', 'helper-programs'],
  ['sbin', 'helper-programs'],
  ['usr/bin', 'helper-programs'],
  ['usr/sbin', 'helper-programs'],
  ['usr/local/bin', 'helper-programs'],
];

/** Family of `path/<path>`, given without its kind. */
export function familyOfPath(path: string): string {
  return (
    FAMILY_OF_PREFIX.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? 'files'
  );
}
