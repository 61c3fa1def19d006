/**
 * The symbols of a file: what it imports and what others can import from it.
 */
import type { ByteReader } from './byteReader.js';
import type { DynamicTable } from './dynamicTable.js';
import { type ElfHeader, SECTION } from './elfHeader.js';
import { type NeededVersion, readNeededVersions } from './neededVersions.js';
import { dynamicSymbolCount } from './symbolCount.js';

export interface ImportedSymbol {
  /** Without its version. */
  readonly name: string;
  /** The version and the library that has it; undefined where the file tells none. */
  readonly from: NeededVersion | undefined;
  /** Whether nothing is amiss where nobody has it: its address is then null. */
  readonly isWeak: boolean;
  /**
   * How it is reached, as far as the file tells: by a `call`, by the `address` of a variable, or already at `load`,
   * as a variable that is copied into the program or one of a thread.
   */
  readonly reached: 'call' | 'address' | 'load';
}

export interface SymbolTable {
  readonly imports: readonly ImportedSymbol[];
  readonly exports: ReadonlySet<string>;
  /** Whether more was told than so large a file can mean; then what is left was not read. */
  readonly isCut: boolean;
}

const LOCAL = 0;
const WEAK = 2;
const TYPE = { data: 1, section: 3, file: 4, threadData: 6 } as const;
const HIDDEN_VISIBILITY = new Set([1, 2]);
const UNDEFINED_SECTION = 0;
/** Numbers of versions that mean none: of this file, or of all. */
const LAST_OWN_VERSION = 1;

/** What the dynamic linker sees. */
export function readDynamicSymbols(header: ElfHeader, table: DynamicTable): SymbolTable {
  const budget = new SymbolBudget(header.reader.size);
  const { symbols, names, namesSize } = table;
  const count = dynamicSymbolCount(header, table);
  if (symbols === undefined || names === undefined || count === undefined) return new Symbols(budget);
  const versions = readNeededVersions(header, table);
  const { reader } = header;
  const at = table.versionOfSymbol;
  const versionOf = (index: number): number => {
    if (at === undefined || !reader.has(at + index * 2, 2)) return 0;
    return reader.u16(at + index * 2) & 0x7fff;
  };
  const place = { symbols, count, names, namesSize, isLinked: true };
  return readSymbols(reader, place, budget, (index) => {
    const number = versionOf(index);
    return number > LAST_OWN_VERSION ? versions.get(number) : undefined;
  });
}

/** What the linker sees of an object file. */
export function readObjectSymbols(
  header: ElfHeader,
  budget = new SymbolBudget(header.reader.size),
): SymbolTable {
  const { reader, is64 } = header;
  const section = header.sections.find(({ type }) => type === SECTION.symbols);
  const strings = section && header.sectionAt(section.link);
  if (!section || !strings) return new Symbols(budget);
  const count = Math.floor(section.size / (is64 ? 24 : 16));
  const { offset: names, size: namesSize } = strings;
  const place = { symbols: section.offset, count, names, namesSize, isLinked: false };
  return readSymbols(reader, place, budget, () => undefined);
}

interface Place {
  readonly symbols: number;
  readonly count: number;
  readonly names: number;
  readonly namesSize: number;
  /** Whether a linker has been at work: then nobody outside sees what is hidden. */
  readonly isLinked: boolean;
}

function readSymbols(
  reader: ByteReader,
  { symbols, count, names, namesSize, isLinked }: Place,
  budget: SymbolBudget,
  versionOf: (index: number) => NeededVersion | undefined,
): SymbolTable {
  const { is64 } = reader;
  const entrySize = is64 ? 24 : 16;
  const result = new Symbols(budget);
  for (let i = 1; i < count && !result.isCut; i++) {
    const at = symbols + i * entrySize;
    if (!reader.has(at, entrySize)) {
      reader.wentBeyondEnd = true;
      break;
    }
    const info = reader.u8(at + (is64 ? 4 : 12));
    const type = info & 15;
    const binding = info >> 4;
    if (binding === LOCAL || type === TYPE.section || type === TYPE.file) continue;
    const nameOffset = reader.u32(at);
    if (nameOffset === 0 || nameOffset >= namesSize) continue;
    const section = reader.u16(at + (is64 ? 6 : 14));
    const version = versionOf(i);
    const name = withoutVersion(reader.name(names + nameOffset, names + namesSize));
    const isDefined = section !== UNDEFINED_SECTION;
    // A variable of a library that the program has copied: defined here, with a version of the library's.
    if (!isDefined || version !== undefined) {
      const reached =
        isDefined || type === TYPE.threadData ? 'load' : type === TYPE.data ? 'address' : 'call';
      result.addImport({ name, from: version, isWeak: binding === WEAK, reached });
    }
    const visibility = reader.u8(at + (is64 ? 5 : 13)) & 3;
    if (isDefined && !(isLinked && HIDDEN_VISIBILITY.has(visibility))) result.addExport(name);
  }
  return result;
}

/** Object files may have a version in the name: `fork@GLIBC_2.2.5`. */
function withoutVersion(name: string): string {
  const end = name.indexOf('@', 1);
  return end < 0 ? name : name.slice(0, end);
}

class Symbols implements SymbolTable {
  readonly imports: ImportedSymbol[] = [];
  readonly exports = new Set<string>();
  isCut = false;

  constructor(private readonly budget: SymbolBudget) {}

  addImport(symbol: ImportedSymbol): void {
    if (this.fits(symbol.name)) this.imports.push(symbol);
  }

  addExport(name: string): void {
    if (this.fits(name)) this.exports.add(name);
  }

  private fits(name: string): boolean {
    this.isCut = !this.budget.take(name);
    return !this.isCut;
  }
}

/** Symbols may share a name in a file, but not so that what is kept of them is much larger than it. */
export class SymbolBudget {
  private left: number;

  /** @param fileSize of the file, or of the archive whose members share the budget. */
  constructor(fileSize: number) {
    this.left = fileSize + SMALL_FILE_BYTES;
  }

  /** False where no more symbols can be kept. */
  take(name: string): boolean {
    this.left -= name.length + KEPT_SYMBOL_BYTES;
    return this.left >= 0;
  }
}

/** What the symbols of any file may take. */
const SMALL_FILE_BYTES = 4 * 1024 * 1024;

/** About what a symbol takes besides its name. */
const KEPT_SYMBOL_BYTES = 64;
