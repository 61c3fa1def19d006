/**
 * What a binary says by itself: what it is, which libraries and functions it imports. It knows no target and no other
 * file.
 */
import type { ImportedSymbol } from '../elf/symbolTable.js';

export type BinaryKind =
  /** A program that lies at fixed addresses. */
  | 'executable'
  /** A program that may lie anywhere. */
  | 'pie'
  | 'shared-object'
  | 'object'
  | 'archive';

export interface BinaryFacts {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: BinaryKind;
  /** `x86-64`, `aarch64`, `i386`, ..., or `machine 42`. */
  readonly machine: string;
  readonly bits: 32 | 64;
  readonly isLittleEndian: boolean;
  /** A program that is started without a dynamic linker and imports nothing. */
  readonly isStatic: boolean;
  /** Libraries that it names, in their order. */
  readonly needed: readonly string[];
  /** The name by which others need it: the one that it gives itself, or that of the file. */
  readonly soname: string;
  readonly imports: readonly ImportedSymbol[];
  /** Names that others can import from it. */
  readonly exports: ReadonlySet<string>;
  /** Instructions in it that seem to call the kernel directly; undefined where they cannot be told on its machine. */
  readonly systemCalls: number | undefined;
  /** Object files of an archive. */
  readonly members: number;
}

/** A binary, or why it is none that can be read; and what of it could not be read. */
export type ReadBinary =
  | { readonly facts: BinaryFacts; readonly problems: readonly string[] }
  | { readonly problem: string };
