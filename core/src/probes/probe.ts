/**
 * A question that a build asks of the system before it compiles, and the macro that has the answer.
 */

/** What has to be there for a probe to succeed. All of it. */
export interface Wanted {
  /** Looked for in the libraries alone, as `AC_CHECK_FUNC` does: a program with them has to be linked. */
  readonly functions: readonly string[];
  /** Called by a test program, which includes what declares them. */
  readonly called: readonly string[];
  /** As they are included. */
  readonly headers: readonly string[];
  /** Constants, types, members: a header has to declare them. */
  readonly declared: readonly string[];
  /** Members of structs: `stat.st_mtim`. */
  readonly members: readonly string[];
  /** Without `lib`: the functions are looked for in these; `c` is the C library. Empty: in what is linked anyway. */
  readonly libraries: readonly string[];
  /** By the words of `pathRole`: one of them has to be a system whose code the target builds. Empty: any. */
  readonly systems: readonly string[];
  /** Whether it takes something of which nobody can tell from the text. */
  readonly isOpen: boolean;
}

export interface Probe {
  readonly macro: string;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly wanted: Wanted;
  /** What the build takes for the answer where it cannot run the test program; undefined for one that is not run. */
  readonly unrun: 'found' | 'missing' | 'unknown' | undefined;
  /** What must not be there, besides; undefined for nothing. */
  readonly unless: Wanted | undefined;
  /** Whether the macro is defined in any case, as 1 or 0 (`HAVE_DECL_X`). */
  readonly isNumber: boolean;
  /** Options on which it hangs whether the build asks, by their names. */
  readonly options: readonly string[];
}

const NONE: readonly never[] = [];

export const NOTHING_WANTED: Wanted = {
  functions: NONE,
  called: NONE,
  headers: NONE,
  declared: NONE,
  members: NONE,
  libraries: NONE,
  systems: NONE,
  isOpen: false,
};

/** Both together. */
export function bothWanted(one: Wanted, other: Wanted): Wanted {
  return {
    functions: joined(one.functions, other.functions),
    called: joined(one.called, other.called),
    headers: joined(one.headers, other.headers),
    declared: joined(one.declared, other.declared),
    members: joined(one.members, other.members),
    libraries: one.libraries.length > 0 ? one.libraries : other.libraries,
    systems: one.systems.length > 0 ? one.systems : other.systems,
    isOpen: one.isOpen || other.isOpen,
  };
}

function joined(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.length === 0 ? one : [...new Set([...one, ...other])];
}

/** Whether nothing is wanted. */
export function isNothing(wanted: Wanted): boolean {
  return !wanted.isOpen && Object.values(wanted).every((list) => !Array.isArray(list) || list.length === 0);
}

export function sameWanted(one: Wanted, other: Wanted): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
