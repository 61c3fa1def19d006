/**
 * Where the symbols of binaries come from: the platform, another one of them, or a library that was not read.
 */
import type { ImportedSymbol } from '../elf/symbolTable.js';
import type { BinaryFacts } from './binaryFacts.js';

export type ImportOrigin =
  /** The C library and what belongs to it, which a target has to offer. */
  | 'platform'
  /** Another one of the binaries. */
  | 'own'
  /** A library, or a program that loads this file, which is not among the binaries. */
  | 'unread'
  /** Nobody, and nobody has to: what a linker or the dynamic linker fills in where it can. */
  | 'nobody';

export class ImportOrigins {
  private readonly sonames = new Set<string>();
  private readonly exports = new Map<string, BinaryFacts>();

  /**
   * @param binaries those of the program, without libraries of the platform.
   * @param platformLibraries libraries that are the platform, by the name that binaries need.
   * @param isPlatformName whether a name means something of the platform where no library is told.
   */
  constructor(
    binaries: readonly BinaryFacts[],
    private readonly platformLibraries: ReadonlySet<string>,
    private readonly isPlatformName: (name: string) => boolean,
  ) {
    for (const one of binaries) {
      this.sonames.add(one.soname);
      for (const name of one.exports) this.exports.set(name, one);
    }
  }

  /** Whether a library that a binary needs is among the binaries. */
  hasLibrary(name: string): boolean {
    return this.sonames.has(name);
  }

  /** The classifier for the imports of one binary. */
  of(binary: BinaryFacts): (symbol: ImportedSymbol) => ImportOrigin {
    // A program that is linked to glibc knows the version of each of its symbols.
    const tellsVersions = binary.imports.some(({ from }) => from && this.platformLibraries.has(from.library));
    return (symbol) => {
      const { name, from } = symbol;
      if (from) {
        if (this.platformLibraries.has(from.library)) return 'platform';
        return this.sonames.has(from.library) ? 'own' : 'unread';
      }
      if (this.exports.has(name)) return 'own';
      if (!tellsVersions && this.isPlatformName(name)) return 'platform';
      return symbol.isWeak || LINKER_MADE.has(name) ? 'nobody' : 'unread';
    };
  }
}

/** Symbols that object files ask for and every linker makes. */
const LINKER_MADE: ReadonlySet<string> = new Set([
  '_DYNAMIC',
  '_GLOBAL_OFFSET_TABLE_',
  '_TLS_MODULE_BASE_',
  '__bss_start',
  '__dso_handle',
  '__ehdr_start',
  '__executable_start',
  '__fini_array_end',
  '__fini_array_start',
  '__init_array_end',
  '__init_array_start',
  '__preinit_array_end',
  '__preinit_array_start',
  '_edata',
  '_end',
  '_etext',
  'edata',
  'end',
  'etext',
]);
