/**
 * Keys of the repositories in the evidence of Rumprun's statements. Evidence in Rumprun's own repository names none.
 */

/** NetBSD's sources, to which Rumprun pins a submodule of the same name. */
export const SRC_NETBSD = 'src-netbsd';
