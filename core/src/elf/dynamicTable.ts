/**
 * What a file tells the dynamic linker: libraries that it needs, and where its symbols are. Read by way of the
 * program headers alone, which no stripping takes away.
 */
import type { ByteReader } from './byteReader.js';
import { type ElfHeader, SEGMENT } from './elfHeader.js';

export interface DynamicTable {
  /** Names of libraries, as they are asked for. */
  readonly needed: readonly string[];
  /** The name by which others need this file. */
  readonly soname: string | undefined;
  readonly isPie: boolean;
  /** Offsets in the file; undefined for what it has not. */
  readonly symbols: number | undefined;
  readonly names: number | undefined;
  /** Bytes of the names. */
  readonly namesSize: number;
  readonly hash: number | undefined;
  readonly gnuHash: number | undefined;
  readonly versionOfSymbol: number | undefined;
  readonly versionsNeeded: number | undefined;
}

const TAG = {
  end: 0,
  needed: 1,
  hash: 4,
  names: 5,
  symbols: 6,
  namesSize: 10,
  soname: 14,
  gnuHash: 0x6ffffef5,
  versionOfSymbol: 0x6ffffff0,
  flags1: 0x6ffffffb,
  versionsNeeded: 0x6ffffffe,
} as const;

const WANTED: ReadonlySet<number> = new Set(Object.values(TAG));

const FLAG_PIE = 0x08000000;

/** No program needs more. */
const MOST_LIBRARIES = 4096;

/** Libraries are files, whose names have no more on Linux. */
export const MOST_FILE_NAME_BYTES = 255;

/** The table, or undefined for a file that is not linked dynamically. */
export function readDynamicTable({ reader, segments, is64 }: ElfHeader): DynamicTable | undefined {
  const segment = segments.find(({ type }) => type === SEGMENT.dynamic);
  if (!segment) return undefined;
  const values = new Map<number, number>();
  const neededAt: number[] = [];
  const entrySize = is64 ? 16 : 8;
  const end = Math.min(segment.offset + segment.fileSize, reader.size);
  if (end < segment.offset + segment.fileSize) reader.wentBeyondEnd = true;
  for (let at = segment.offset; at + entrySize <= end; at += entrySize) {
    const tag = reader.word(at);
    const value = reader.word(at + entrySize / 2);
    if (tag === TAG.end) break;
    if (tag === TAG.needed) {
      if (neededAt.length < MOST_LIBRARIES) neededAt.push(value);
    } else if (WANTED.has(tag) && !values.has(tag)) values.set(tag, value);
  }
  const place = (tag: number): number | undefined => {
    const address = values.get(tag);
    return address === undefined ? undefined : offsetOf(address, segments);
  };
  const names = place(TAG.names);
  const namesSize = values.get(TAG.namesSize) ?? 0;
  const nameAt = (offset: number): string | undefined => nameIn(reader, names, namesSize, offset);
  const soname = values.get(TAG.soname);
  return {
    needed: neededAt.flatMap((offset) => nameAt(offset) ?? []),
    soname: soname === undefined ? undefined : nameAt(soname),
    isPie: ((values.get(TAG.flags1) ?? 0) & FLAG_PIE) !== 0,
    symbols: place(TAG.symbols),
    names,
    namesSize,
    hash: place(TAG.hash),
    gnuHash: place(TAG.gnuHash),
    versionOfSymbol: place(TAG.versionOfSymbol),
    versionsNeeded: place(TAG.versionsNeeded),
  };
}

/** Where an address of the loaded file lies in the file, or undefined if it is not loaded from there. */
function offsetOf(address: number, segments: ElfHeader['segments']): number | undefined {
  const segment = segments.find(
    (one) => one.type === SEGMENT.load && address >= one.address && address < one.address + one.fileSize,
  );
  return segment && segment.offset + (address - segment.address);
}

function nameIn(
  reader: ByteReader,
  names: number | undefined,
  size: number,
  offset: number,
): string | undefined {
  if (names === undefined || offset >= size) return undefined;
  return reader.name(names + offset, names + Math.min(size, offset + MOST_FILE_NAME_BYTES)) || undefined;
}
