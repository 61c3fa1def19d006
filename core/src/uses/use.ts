/**
 * A use: one place in the user's files that depends on a feature of the platform. It knows no target.
 */
import type { CallArguments } from '../facts/fileFacts.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { Occasion } from '../operations/operationsFacts.js';

export type UseKind =
  | 'call'
  | 'reference'
  | 'macro'
  | 'syscall'
  | 'flag'
  | 'include'
  | 'path'
  | 'command'
  | 'signal'
  /** Something that an operations file asks of the machine: an exec probe. */
  | 'practice'
  /** A setting of a server, in its configuration or where it is started. */
  | 'setting'
  /** A symbol that a binary imports. */
  | 'import'
  /** How a binary is made: for which machine, linked in which way. */
  | 'binary';

/** What is true of a use on every target. */
export type UseTag = 'macro-body' | 'test' | 'example' | 'replacement' | 'not-included' | 'not-built';

/** Line and column of a use that stands in no text. */
export const NO_PLACE = -1;

/** How a binary imports a symbol. */
export interface SymbolImport {
  /** Feature id of the symbol as it is imported, where that is a feature: `function/open64` for a use of `open`. */
  readonly exact: string | undefined;
  /** Library of which a version is asked for; undefined where the binary tells none. */
  readonly library: string | undefined;
  readonly version: string | undefined;
  /** Whether nothing is amiss where nobody has it: its address is then null. */
  readonly isWeak: boolean;
}

/** A macro through which a name leads to a feature. */
export interface MacroStep {
  readonly name: string;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly column: number;
}

/** Of a use in a file by which a program is run and looked after. */
export interface Operation {
  /** On what occasion a command is run; undefined for what is no command. */
  readonly occasion: Occasion | undefined;
  /** Programs that start it, the outermost first: `sudo`, `timeout`. */
  readonly through: readonly string[];
  /** A test in the text that has to hold, as it is written: `command -v strace`. */
  readonly guard: string | undefined;
}

export interface Use {
  /** Feature id. */
  readonly feature: string;
  readonly kind: UseKind;
  /** As written in the source. */
  readonly name: string;
  /** The interface behind it: `getppid` for a macro `ngx_getppid`. */
  readonly symbol: string;
  readonly path: string;
  /** Zero-based; the column in UTF-16 code units. `NO_PLACE` for imports and binaries. */
  readonly line: number;
  readonly column: number;
  /** Byte offsets of the name. */
  readonly start: number;
  readonly end: number;
  /** Conditions around the place. */
  readonly guard: GuardChain | undefined;
  /** Conditions under which the file is included or built, alternatives of one another. Empty: always. */
  readonly included: readonly GuardChain[];
  /** Conditions around the macro definitions that lead to the feature: one of them has to hold. Empty: none needed. */
  readonly through: readonly (GuardChain | undefined)[];
  /** Conditions under which something of the program's own takes the name's place: one that holds is enough. */
  readonly replaced: readonly GuardChain[];
  readonly macros: readonly MacroStep[];
  readonly arguments: CallArguments | undefined;
  /** Offset of the call whose argument names the feature, as far as it is known; undefined for the call itself. */
  readonly call: number | undefined;
  readonly tags: readonly UseTag[];
  /** What the call is for, where that weighs otherwise than the call: a fork by which the program becomes a daemon. */
  readonly purpose: 'daemon' | undefined;
  /** Operating systems that the file's path names; empty for code that is for all. */
  readonly systems: readonly string[];
  /** Whether a constant stands in a call that takes it for something else than the one it is filed under. */
  readonly isAside: boolean;
  /** Whether a constant is one of several that the argument may be: `v6 ? AF_INET6 : AF_INET`. */
  readonly isAlternative: boolean;
  /** Whether a signal is ignored or left to its default action. */
  readonly isIgnored?: boolean;
  /** Of a use of the kind `import`. */
  readonly imported: SymbolImport | undefined;
  /** Of a use in an operations file. */
  readonly operation?: Operation;
}
