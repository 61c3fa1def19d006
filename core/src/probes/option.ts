/**
 * A choice that a build system gives to the builder.
 */
export interface Option {
  /** As the builder writes it: `--enable-threads`, `-DWITH_SSL`, `CONFIG_NET`. */
  readonly name: string;
  /** What the build system says of it; empty if it says nothing. */
  readonly help: string;
  /** Its value where the builder says nothing; undefined where the build system works it out. */
  readonly fallback: string | undefined;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
}
