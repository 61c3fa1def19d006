/**
 * What compiler, headers and libraries of a target have, as a build asks for it before it compiles. That a function
 * is there says nothing of what it does when it is called.
 */
export interface TargetInterface {
  /** Macros of the compiler and the C library, with their values. */
  readonly macros: Readonly<Record<string, string>>;
  /** Names that are certainly not defined. */
  readonly undefined: readonly string[];
  /** Operating systems whose code the target builds, by the words of `pathRole`. */
  readonly systems: ReadonlySet<string>;
  /** Whether a build can run what it has compiled: not where it compiles for another machine. */
  readonly runsProbes: boolean;
  /** Whether a program that calls a function can be linked; undefined if nobody knows. */
  hasFunction(name: string): boolean | undefined;
  /** Whether a program that includes its header can call a function or macro and be linked. */
  calls(name: string): boolean | undefined;
  /** Whether some system is known to have a function of this name. */
  isFunction(name: string): boolean;
  /** Whether there is one of the functions that begin with a word: `epoll` for `epoll_create`. */
  hasFacility(word: string): boolean | undefined;
  hasHeader(header: string): boolean | undefined;
  /** Whether all that a header declares is known, so that anything else is not there. */
  knowsHeader(header: string): boolean;
  /** Whether a header declares or defines a name: function, type, constant; false if only other systems do. */
  declares(name: string): boolean | undefined;
  /** Whether a struct has a member: `stat.st_mtim`. */
  hasMember(member: string): boolean | undefined;
  /** Whether headers define a macro or constant of this name; undefined if nobody knows. */
  hasConstant(name: string): boolean | undefined;
  /** Whether headers of another platform define a constant of a name of this form, and those of the target do not. */
  lacksConstant(name: string): boolean;
  /** Text of its value; undefined or empty if nobody knows. */
  valueOfConstant(name: string): string | undefined;
  /** Whether a name that is reserved to compilers and C libraries is certain to be no macro of theirs. */
  lacksReserved(name: string): boolean;
  /** Whether a library is there: true for a part of the C library (`m`, `pthread`), false for one of another system. */
  hasLibrary(name: string): boolean | undefined;
}
