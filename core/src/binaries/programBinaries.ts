/**
 * All binaries of a program: what they are, and their uses of the platform.
 */
import type { ImportedSymbol } from '../elf/symbolTable.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Catalogue } from '../uses/catalogue.js';
import type { Use } from '../uses/use.js';
import type { BinaryFacts } from './binaryFacts.js';
import { type ImportOrigin, ImportOrigins } from './importOrigin.js';
import { usesOfBinary } from './importUses.js';

/** A binary, with how many of its imports come from where. */
export interface ReadBinaryFile extends Omit<BinaryFacts, 'imports' | 'exports'> {
  /** Whether it is of the platform itself, as the C library is, and no part of the program. */
  readonly isPlatform: boolean;
  readonly imports: Readonly<Record<ImportOrigin, number>>;
  /** Libraries that it needs and that are not among the binaries. */
  readonly unreadLibraries: readonly string[];
}

export interface ProgramBinaries {
  /** In the order in which they were given. */
  readonly files: readonly ReadBinaryFile[];
  /** Of all files, one after the other. */
  readonly uses: readonly Use[];
}

export const NO_BINARIES: ProgramBinaries = { files: [], uses: [] };

/** Whether some part of the program uses the platform in a way that no import tells. */
export function hasUntoldUses(files: readonly ReadBinaryFile[]): boolean {
  return files.some((file) => file.isStatic && !file.isPlatform);
}

export function programBinaries(
  binaries: readonly BinaryFacts[],
  knowledge: Knowledge,
  catalogue: Catalogue,
): ProgramBinaries {
  const platformLibraries = platformLibrariesOf(knowledge);
  const exported = new Set([...knowledge.targets.values()].flatMap((one) => one.exports));
  const symbols = {
    catalogue,
    interfacesOf: (symbol: string) => knowledge.interfacesOf(symbol),
    isExported: (symbol: string) => exported.has(symbol),
  };
  const isPlatform = (one: BinaryFacts): boolean => knowledge.systemLibraries.has(one.soname);
  const origins = new ImportOrigins(
    binaries.filter((one) => !isPlatform(one)),
    platformLibraries,
    (name) => catalogue.function(name) !== undefined || exported.has(name),
  );
  const files: ReadBinaryFile[] = [];
  const uses: Use[] = [];
  for (const binary of binaries) {
    const { imports: symbolList, exports: _, ...facts } = binary;
    const imports = { platform: 0, own: 0, unread: 0, nobody: 0 };
    const fromPlatform: ImportedSymbol[] = [];
    const originOf = origins.of(binary);
    for (const symbol of symbolList) {
      const origin = originOf(symbol);
      imports[origin]++;
      if (origin === 'platform') fromPlatform.push(symbol);
    }
    const unreadLibraries = facts.needed.filter((name) => !origins.hasLibrary(name));
    files.push({ ...facts, isPlatform: isPlatform(binary), imports, unreadLibraries });
    if (!isPlatform(binary)) {
      for (const use of usesOfBinary(binary, fromPlatform, symbols)) uses.push(use);
    }
  }
  return { files, uses };
}

/** The C library's, and those of which some target says all that it offers. */
function platformLibrariesOf({ systemLibraries, targets }: Knowledge): ReadonlySet<string> {
  const names = new Set(systemLibraries);
  for (const { libraries } of targets.values()) {
    for (const [name, { isOpen }] of Object.entries(libraries)) if (!isOpen) names.add(name);
  }
  return names;
}
