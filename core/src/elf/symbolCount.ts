/**
 * How many symbols the dynamic linker sees: no entry says so, but the hash tables do.
 */
import type { DynamicTable } from './dynamicTable.js';
import { type ElfHeader, SECTION } from './elfHeader.js';

/** Entries of the table of dynamic symbols, or undefined where nothing tells. */
export function dynamicSymbolCount(header: ElfHeader, table: DynamicTable): number | undefined {
  const { reader, is64 } = header;
  const entrySize = is64 ? 24 : 16;
  const section = header.sections.find(
    ({ type, offset }) => type === SECTION.dynamicSymbols && offset === table.symbols,
  );
  if (section && section.offset + section.size <= reader.size) return Math.floor(section.size / entrySize);
  if (table.hash !== undefined && reader.has(table.hash, 8)) return reader.u32(table.hash + 4);
  if (table.gnuHash !== undefined && reader.has(table.gnuHash, 16))
    return countByGnuHash(header, table.gnuHash);
  const { symbols, names } = table;
  // Linkers put the names behind the symbols.
  if (symbols === undefined || names === undefined || names <= symbols) return undefined;
  return Math.floor((names - symbols) / entrySize);
}

/**
 * Symbols that are looked up by others come last, in chains by bucket; a bit ends a chain. The last chain ends
 * with the last symbol.
 */
function countByGnuHash({ reader, is64 }: ElfHeader, start: number): number {
  const bucketCount = reader.u32(start);
  const firstHashed = reader.u32(start + 4);
  const bloomSize = reader.u32(start + 8);
  const buckets = start + 16 + bloomSize * (is64 ? 8 : 4);
  const chains = buckets + bucketCount * 4;
  let last = 0;
  for (let i = 0; i < bucketCount && reader.has(buckets + i * 4, 4); i++) {
    last = Math.max(last, reader.u32(buckets + i * 4));
  }
  if (last < firstHashed) return firstHashed;
  for (let at = chains + (last - firstHashed) * 4; reader.has(at, 4); at += 4) {
    if ((reader.u32(at) & 1) !== 0) break;
    last++;
  }
  return last + 1;
}
