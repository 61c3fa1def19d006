/**
 * Makes small ELF files for tests: what a linker or compiler would write, without instructions that mean anything.
 */
export interface TestSymbol {
  readonly name: string;
  /** `needed` is imported, `defined` can be imported by others, `copied` is a variable taken over from a library. */
  readonly is: 'needed' | 'defined' | 'copied';
  readonly library?: string;
  readonly version?: string;
  readonly isWeak?: boolean;
  readonly isData?: boolean;
  readonly isHidden?: boolean;
}

export interface TestElf {
  readonly type: 'relocatable' | 'executable' | 'shared' | 'core';
  readonly bits?: 32 | 64;
  readonly order?: 'little' | 'big';
  readonly machine?: number;
  readonly interpreter?: string;
  readonly isPie?: boolean;
  readonly soname?: string;
  readonly needed?: readonly string[];
  readonly symbols?: readonly TestSymbol[];
  /** Bytes of the executable part. */
  readonly code?: readonly number[];
  /** How the number of dynamic symbols is told. */
  readonly hash?: 'gnu' | 'sysv' | 'none';
  /** Whether the table of sections was stripped. */
  readonly hasSections?: boolean;
  readonly isDynamic?: boolean;
  /** Whether the code was taken out, so that debug information is left. */
  readonly isWithoutCode?: boolean;
}

const TYPES = { relocatable: 1, executable: 2, shared: 3, core: 4 } as const;
const BASE = { executable: 0x400000, shared: 0, relocatable: 0, core: 0 } as const;

export function elfFile(elf: TestElf): Uint8Array {
  return new ElfWriter(elf).file();
}

/** An `ar` archive; names longer than 15 characters are written as GNU does. */
export function archiveOf(members: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  let longNames = '';
  const parts: Uint8Array[] = [];
  for (const [name, bytes] of members) {
    const isLong = name.length > 15;
    parts.push(archiveHeader(isLong ? `/${longNames.length}` : `${name}/`, bytes.length), padded(bytes));
    if (isLong) longNames += `${name}/\n`;
  }
  const table = longNames === '' ? [] : [archiveHeader('//', longNames.length), padded(latin1(longNames))];
  return joined([latin1('!<arch>\n'), ...table, ...parts]);
}

class ElfWriter {
  private readonly is64: boolean;
  private readonly isLittle: boolean;
  private readonly bytes: number[] = [];
  private readonly names: number[] = [0];
  private readonly nameAt = new Map<string, number>();

  constructor(private readonly elf: TestElf) {
    this.is64 = (elf.bits ?? 64) === 64;
    this.isLittle = (elf.order ?? 'little') === 'little';
  }

  file(): Uint8Array {
    const { elf, is64 } = this;
    const isLinked = elf.type !== 'relocatable';
    const isDynamic = isLinked && (elf.isDynamic ?? true);
    // Symbols that can be looked up come last, as the GNU hash table wants it.
    const symbols = [...(elf.symbols ?? [])].sort((a, b) => Number(isDefined(a)) - Number(isDefined(b)));
    const segmentCount = (isLinked ? 2 : 0) + (isDynamic ? 1 : 0) + (elf.interpreter ? 1 : 0);
    const headerSize = is64 ? 64 : 52;
    const segmentSize = is64 ? 56 : 32;
    this.zeros(headerSize + segmentCount * segmentSize);
    const interpreter = this.place(() => this.raw(latin1(`${elf.interpreter ?? ''}\0`)));
    const code = this.place(() => this.raw(elf.code ?? []));
    const versions = versionsOf(symbols);
    const neededAt = (elf.needed ?? []).map((name) => this.name(name));
    const sonameAt = elf.soname === undefined ? undefined : this.name(elf.soname);
    const table = this.place(() => this.symbols(symbols, isLinked));
    const versionOf = this.place(() => {
      for (const number of [0, ...symbols.map((one) => versions.numberOf(one))]) this.number(number, 2);
    });
    const needs = this.place(() => this.versionNeeds(versions.byLibrary));
    const hash = this.place(() => this.hash(symbols));
    const names = this.place(() => this.raw(this.names));
    const dynamic = this.place(() => {
      if (!isDynamic) return;
      const address = (place: Place): number => place.offset + BASE[elf.type];
      for (const at of neededAt) this.dynamicEntry(1, at);
      if (sonameAt !== undefined) this.dynamicEntry(14, sonameAt);
      this.dynamicEntry(5, address(names));
      this.dynamicEntry(10, names.size);
      this.dynamicEntry(6, address(table));
      if (elf.hash === 'sysv') this.dynamicEntry(4, address(hash));
      if ((elf.hash ?? 'gnu') === 'gnu') this.dynamicEntry(0x6ffffef5, address(hash));
      this.dynamicEntry(0x6ffffff0, address(versionOf));
      if (versions.byLibrary.size > 0) this.dynamicEntry(0x6ffffffe, address(needs));
      if (elf.isPie) this.dynamicEntry(0x6ffffffb, 0x08000000);
      this.dynamicEntry(0, 0);
    });
    const hasSections = !isLinked || (elf.hasSections ?? true);
    const sections = this.place(() => {
      if (!hasSections) return;
      this.section(0, 0, { offset: 0, size: 0 }, 0);
      this.section(elf.isWithoutCode ? 8 : 1, 4, code, 0); // what is executed
      this.section(isLinked ? 11 : 2, 0, table, 3);
      this.section(3, 0, names, 0);
    });
    this.header({ sections: hasSections ? sections.offset : 0, segments: headerSize, segmentCount });
    let at = headerSize;
    const segment = (type: number, flags: number, place: Place): void => {
      this.patchSegment(at, type, flags, place);
      at += segmentSize;
    };
    if (isLinked) {
      if (elf.interpreter) segment(3, 4, interpreter);
      segment(1, 4, { offset: 0, size: this.bytes.length });
      segment(1, 5, code);
      if (isDynamic) segment(2, 6, dynamic);
    }
    return Uint8Array.from(this.bytes);
  }

  private header(at: { sections: number; segments: number; segmentCount: number }): void {
    const { elf, is64, isLittle } = this;
    const bytes: number[] = [];
    const put = (value: number, size: number): void => putNumber(bytes, value, size, isLittle);
    const word = is64 ? 8 : 4;
    bytes.push(0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, isLittle ? 1 : 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    put(TYPES[elf.type], 2);
    put(elf.machine ?? 62, 2);
    put(1, 4);
    put(0, word); // entry
    put(at.segmentCount > 0 ? at.segments : 0, word);
    put(at.sections, word);
    put(0, 4);
    put(is64 ? 64 : 52, 2);
    put(is64 ? 56 : 32, 2);
    put(at.segmentCount, 2);
    put(is64 ? 64 : 40, 2);
    put(at.sections > 0 ? 4 : 0, 2);
    put(0, 2);
    bytes.forEach((byte, i) => {
      this.bytes[i] = byte;
    });
  }

  private patchSegment(at: number, type: number, flags: number, { offset, size }: Place): void {
    const entry: number[] = [];
    const put = (value: number, width: number): void => putNumber(entry, value, width, this.isLittle);
    const word = this.is64 ? 8 : 4;
    const address = offset + BASE[this.elf.type];
    put(type, 4);
    if (this.is64) put(flags, 4);
    for (const value of [offset, address, address, size, size]) put(value, word);
    if (!this.is64) put(flags, 4);
    put(1, word);
    entry.forEach((byte, i) => {
      this.bytes[at + i] = byte;
    });
  }

  private section(type: number, flags: number, { offset, size }: Place, link: number): void {
    const word = this.is64 ? 8 : 4;
    this.number(0, 4);
    this.number(type, 4);
    this.number(flags, word);
    this.number(0, word);
    this.number(offset, word);
    this.number(size, word);
    this.number(link, 4);
    this.number(0, 4);
    this.number(1, word);
    this.number(this.is64 ? 24 : 16, word);
  }

  private symbols(symbols: readonly TestSymbol[], isLinked: boolean): void {
    this.zeros(this.is64 ? 24 : 16);
    for (const one of symbols) {
      const written = !isLinked && one.version ? `${one.name}@${one.version}` : one.name;
      const name = this.name(written);
      const info = ((one.isWeak ? 2 : 1) << 4) | (one.isData || one.is === 'copied' ? 1 : 2);
      const other = one.isHidden ? 2 : 0;
      const section = isDefined(one) ? 1 : 0;
      this.number(name, 4);
      if (this.is64) {
        this.number(info, 1);
        this.number(other, 1);
        this.number(section, 2);
        this.number(0, 8);
        this.number(8, 8);
      } else {
        this.number(0, 4);
        this.number(8, 4);
        this.number(info, 1);
        this.number(other, 1);
        this.number(section, 2);
      }
    }
  }

  private versionNeeds(byLibrary: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
    const libraries = [...byLibrary];
    libraries.forEach(([library, versions], i) => {
      this.number(1, 2);
      this.number(versions.size, 2);
      this.number(this.name(library), 4);
      this.number(16, 4);
      this.number(i + 1 < libraries.length ? 16 + versions.size * 16 : 0, 4);
      const entries = [...versions];
      entries.forEach(([version, number], k) => {
        this.number(0, 4);
        this.number(0, 2);
        this.number(number, 2);
        this.number(this.name(version), 4);
        this.number(k + 1 < entries.length ? 16 : 0, 4);
      });
    });
  }

  private hash(symbols: readonly TestSymbol[]): void {
    const count = symbols.length + 1;
    if (this.elf.hash === 'sysv') {
      for (const value of [1, count, 0, ...symbols.map(() => 0), 0]) this.number(value, 4);
      return;
    }
    const firstDefined = symbols.findIndex(isDefined) + 1 || count;
    for (const value of [1, firstDefined, 1, 0]) this.number(value, 4);
    this.number(0, this.is64 ? 8 : 4); // the filter
    this.number(firstDefined < count ? firstDefined : 0, 4);
    for (let i = firstDefined; i < count; i++) this.number(i + 1 === count ? 1 : 2, 4);
  }

  private dynamicEntry(tag: number, value: number): void {
    this.number(tag, this.is64 ? 8 : 4);
    this.number(value, this.is64 ? 8 : 4);
  }

  private name(text: string): number {
    const known = this.nameAt.get(text);
    if (known !== undefined) return known;
    const at = this.names.length;
    this.names.push(...latin1(`${text}\0`));
    this.nameAt.set(text, at);
    return at;
  }

  private place(write: () => void): Place {
    while (this.bytes.length % 16 !== 0) this.bytes.push(0);
    const offset = this.bytes.length;
    write();
    return { offset, size: this.bytes.length - offset };
  }

  private number(value: number, size: number): void {
    putNumber(this.bytes, value, size, this.isLittle);
  }

  private raw(bytes: Iterable<number>): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  private zeros(count: number): void {
    for (let i = 0; i < count; i++) this.bytes.push(0);
  }
}

interface Place {
  readonly offset: number;
  readonly size: number;
}

function putNumber(bytes: number[], value: number, size: number, isLittle: boolean): void {
  const digits: number[] = [];
  for (let i = 0, rest = value; i < size; i++, rest = Math.floor(rest / 256)) digits.push(rest % 256);
  bytes.push(...(isLittle ? digits : digits.reverse()));
}

function isDefined({ is }: TestSymbol): boolean {
  return is !== 'needed';
}

/** Numbers for the versions that symbols ask for; 1 is none. */
function versionsOf(symbols: readonly TestSymbol[]) {
  const byLibrary = new Map<string, Map<string, number>>();
  let next = 2;
  for (const { library, version } of symbols) {
    if (library === undefined || version === undefined) continue;
    const versions = byLibrary.get(library) ?? new Map<string, number>();
    byLibrary.set(library, versions);
    if (!versions.has(version)) versions.set(version, next++);
  }
  const numberOf = ({ library, version }: TestSymbol): number =>
    byLibrary.get(library ?? '')?.get(version ?? '') ?? 1;
  return { byLibrary, numberOf };
}

function archiveHeader(name: string, size: number): Uint8Array {
  return latin1(
    `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${String(size).padEnd(10)}\`\n`,
  );
}

function padded(bytes: Uint8Array): Uint8Array {
  return bytes.length % 2 === 0 ? bytes : joined([bytes, latin1('\n')]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
