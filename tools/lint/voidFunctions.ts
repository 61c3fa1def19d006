/**
 * What returns nothing, so that a statement that it does nothing or the wrong thing names no returned value.
 */

/** Ids of functions and system calls. A name that needs not be here is a problem. */
export const RETURNS_NOTHING: ReadonlySet<string> = new Set([
  'function/_pthread_cleanup_pop',
  'function/_pthread_cleanup_push',
  'function/openlog',
  'function/sync',
  'function/syslog',
  'function/vsyslog',
  'syscall/exit',
]);
