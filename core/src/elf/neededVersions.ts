/**
 * The versions of symbols that a file needs of its libraries: `GLIBC_2.34` of `libc.so.6`.
 */
import { type DynamicTable, MOST_FILE_NAME_BYTES } from './dynamicTable.js';
import type { ElfHeader } from './elfHeader.js';

export interface NeededVersion {
  readonly library: string;
  readonly version: string;
}

/** The number of a version has 15 bits, so that there are no more. */
const MOST_VERSIONS = 0x8000;

/** By the number that symbols refer to. */
export function readNeededVersions({ reader }: ElfHeader, table: DynamicTable): Map<number, NeededVersion> {
  const versions = new Map<number, NeededVersion>();
  const { versionsNeeded, names, namesSize } = table;
  if (versionsNeeded === undefined || names === undefined) return versions;
  const nameAt = (offset: number): string =>
    offset < namesSize
      ? reader.name(names + offset, names + Math.min(namesSize, offset + MOST_FILE_NAME_BYTES))
      : '';
  let seen = 0;
  for (let at = versionsNeeded; reader.has(at, 16) && seen < MOST_VERSIONS; ) {
    const library = nameAt(reader.u32(at + 4));
    const count = reader.u16(at + 2);
    let entry = at + reader.u32(at + 8);
    for (let i = 0; i < count && reader.has(entry, 16) && seen < MOST_VERSIONS; i++) {
      seen++;
      const number = reader.u16(entry + 6) & 0x7fff;
      versions.set(number, { library, version: nameAt(reader.u32(entry + 8)) });
      const step = reader.u32(entry + 12);
      if (step === 0) break;
      entry += step;
    }
    seen++;
    const step = reader.u32(at + 12);
    if (step === 0) break;
    at += step;
  }
  return versions;
}
