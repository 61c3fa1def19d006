/**
 * Features of which a target is known to do something for some arguments and nothing is known for the rest. Each
 * was left open on purpose; to add to this list needs a reason.
 */

/** `<target> <feature id>`, and why the rest is open. */
export const OPEN_ENDED: Readonly<Record<string, string>> = {
  'osv function/fallocate': 'File systems of other modules were not read.',
  'osv function/fallocate64': 'File systems of other modules were not read.',
  'osv syscall/ioctl': 'What the other requests give depends on the kind of file.',
  'rumprun function/madvise': 'The cases name every advice; a number may be any of them.',
  'rumprun function/clock_getres': 'Clocks that neither NetBSD nor Linux names were not read.',
  'rumprun function/clock_gettime': 'Clocks that neither NetBSD nor Linux names were not read.',
};
