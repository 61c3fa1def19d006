/**
 * What a build knows of macros where files are compiled with one set of flags, as one target may take it.
 */
import type { IndexedMacro } from '../index/programIndex.js';
import type { GuardChain } from './guardChain.js';

/** A definition in a header that was read for its macros alone. */
export interface BuildDefinition {
  readonly value: string | undefined;
  readonly guard: GuardChain | undefined;
  /** Where it stands; the line is zero-based. */
  readonly path: string;
  readonly line: number;
  /** Whether the header belongs to the system, where only what it tests itself can keep a macro from being defined. */
  readonly isSystem: boolean;
}

export interface BuildView {
  /** Whether it is known which headers the files see, and what they define holds for the target. */
  readonly isComplete: boolean;
  /** What commands say of a macro: its text, null where they take it back, undefined where none names it. */
  given(name: string): string | null | undefined;
  /** Definitions in headers that are no part of the scanned files. */
  definitions(name: string): readonly BuildDefinition[];
  /** Whether a configure script says that a macro is not defined. */
  isUndefined(name: string): boolean;
  /** Whether a definition in a header of the program counts here. */
  counts(definition: IndexedMacro): boolean;
  /** Whether it is known of all files and headers what they define, so that any other macro of this name is not defined. */
  isClosed(name: string): boolean;
}
