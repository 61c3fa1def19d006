/**
 * The head of an ELF file: for what machine it is, what kind of file, its segments and sections. Layouts are those
 * of the System V ABI, chapter 4.
 */
import { ByteReader } from './byteReader.js';
import type { ByteSource } from './byteSource.js';

/** What the file is, by the name of the standard: `relocatable` is an object file of a compiler. */
export type ElfType = 'relocatable' | 'executable' | 'shared' | 'core' | 'unknown';

export interface ElfSegment {
  readonly type: number;
  readonly flags: number;
  /** Where it lies in the file, in bytes. */
  readonly offset: number;
  readonly fileSize: number;
  readonly address: number;
}

export interface ElfSection {
  readonly type: number;
  readonly flags: number;
  /** Where it lies in the file, in bytes. */
  readonly offset: number;
  readonly size: number;
  /** Number of another section: the names of a table of symbols. */
  readonly link: number;
  readonly entrySize: number;
}

export interface ElfHeader {
  readonly reader: ByteReader;
  readonly is64: boolean;
  readonly isLittleEndian: boolean;
  readonly type: ElfType;
  /** Number of the machine: 62 is x86-64. */
  readonly machine: number;
  readonly segments: readonly ElfSegment[];
  /** Those of code, even where the code is elsewhere (`SECTION.noBits`), and of symbols. */
  readonly sections: readonly ElfSection[];
  /** Any section by its number, or undefined if there is none. */
  sectionAt(index: number): ElfSection | undefined;
}

export const SEGMENT = { load: 1, dynamic: 2, interpreter: 3 } as const;
export const SECTION = { symbols: 2, noBits: 8, dynamicSymbols: 11 } as const;
/** Bits of the flags: what is executed. */
export const SEGMENT_EXECUTABLE = 1;
export const SECTION_EXECUTABLE = 4;

const TYPES: readonly ElfType[] = ['unknown', 'relocatable', 'executable', 'shared', 'core'];

/** More sections with code or symbols than this no compiler makes in one file. */
const MOST_SECTIONS = 0x40000;

/** The head of a file, or a sentence that says why it is none. */
export function readElfHeader(source: ByteSource): ElfHeader | { readonly problem: string } {
  const ident = new ByteReader(source, true, false);
  if (!ident.has(0, 20) || ident.u32(0) !== 0x464c457f) return { problem: 'no ELF file' };
  const fileClass = ident.u8(4);
  const order = ident.u8(5);
  if ((fileClass !== 1 && fileClass !== 2) || (order !== 1 && order !== 2)) {
    return { problem: 'an ELF file of an unknown class or byte order' };
  }
  const is64 = fileClass === 2;
  const reader = new ByteReader(source, order === 1, is64);
  if (!reader.has(0, is64 ? 64 : 52)) return { problem: 'an ELF file that ends within its header' };
  const sectionsAt = reader.word(is64 ? 40 : 32);
  const sectionSize = reader.u16(is64 ? 58 : 46);
  const readSection = (index: number): ElfSection | undefined => {
    const at = sectionsAt + index * sectionSize;
    return sectionSize >= (is64 ? 64 : 40) && reader.has(at, sectionSize) ? section(reader, at) : undefined;
  };
  // Numbers that do not fit into the header stand in the first section.
  const first = sectionsAt > 0 ? readSection(0) : undefined;
  const sectionCount = reader.u16(is64 ? 60 : 48) || (first?.size ?? 0);
  const segmentCount = reader.u16(is64 ? 56 : 44);
  return {
    reader,
    is64,
    isLittleEndian: order === 1,
    type: TYPES[reader.u16(16)] ?? 'unknown',
    machine: reader.u16(18),
    segments: segments(reader, segmentCount),
    sections: first ? sections(sectionCount, readSection) : [],
    sectionAt: (index) => (first && index > 0 && index < sectionCount ? readSection(index) : undefined),
  };
}

function segments(reader: ByteReader, count: number): ElfSegment[] {
  const { is64 } = reader;
  const start = reader.word(is64 ? 32 : 28);
  const size = reader.u16(is64 ? 54 : 42);
  const list: ElfSegment[] = [];
  if (size < (is64 ? 56 : 32)) return list;
  for (let i = 0; i < count; i++) {
    const at = start + i * size;
    if (!reader.has(at, size)) {
      reader.wentBeyondEnd = true;
      break;
    }
    list.push({
      type: reader.u32(at),
      flags: reader.u32(at + (is64 ? 4 : 24)),
      offset: reader.word(at + (is64 ? 8 : 4)),
      address: reader.word(at + (is64 ? 16 : 8)),
      fileSize: reader.word(at + (is64 ? 32 : 16)),
    });
  }
  return list;
}

function sections(
  count: number,
  readSection: (index: number) => ElfSection | undefined,
): readonly ElfSection[] {
  const list: ElfSection[] = [];
  for (let i = 1; i < count && list.length < MOST_SECTIONS; i++) {
    const one = readSection(i);
    if (!one) break;
    const isCode = (one.flags & SECTION_EXECUTABLE) !== 0;
    if (isCode || one.type === SECTION.symbols || one.type === SECTION.dynamicSymbols) list.push(one);
  }
  return list;
}

function section(reader: ByteReader, at: number): ElfSection {
  const { is64 } = reader;
  return {
    type: reader.u32(at + 4),
    flags: reader.word(at + 8),
    offset: reader.word(at + (is64 ? 24 : 16)),
    size: reader.word(at + (is64 ? 32 : 20)),
    link: reader.u32(at + (is64 ? 40 : 24)),
    entrySize: reader.word(at + (is64 ? 56 : 36)),
  };
}
