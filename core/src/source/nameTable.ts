/**
 * An open-addressing hash table from names to small numbers, asked with bytes: the lexer hashes an identifier
 * while it scans it and no string is made unless the name is known. Bytes are read as Latin-1; every name that
 * is looked for is ASCII.
 */
const OFFSET_BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

export const HASH_SEED = OFFSET_BASIS;

/** One step of the hash (FNV-1a); start with `HASH_SEED`. */
export function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** Hash of a whole name, equal to stepping over its bytes. */
export function hashName(name: string): number {
  let hash = OFFSET_BASIS;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), PRIME);
  return hash;
}

/** Hash of the name that stands in `bytes` from `start` to `end`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = OFFSET_BASIS;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], PRIME);
  return hash;
}

/** Names to ids, 0 and up in the order of adding. */
export class NameTable {
  /** Name of each id. */
  readonly names: string[] = [];
  private slots = new Int32Array(1024);
  private hashes = new Int32Array(1024);
  private mask = 1023;

  /** Adds a name, or finds it: returns its id. */
  add(name: string): number {
    const found = this.get(name);
    if (found >= 0) return found;
    if (this.names.length * 4 >= this.slots.length) this.grow();
    const id = this.names.push(name) - 1;
    this.place(hashName(name), id);
    return id;
  }

  /** Id of a name, or -1. */
  get(name: string): number {
    const hash = hashName(name);
    for (let slot = this.slotOf(hash); ; slot = (slot + 1) & this.mask) {
      const entry = this.slots[slot];
      if (entry === 0) return -1;
      if (this.hashes[slot] === hash && this.names[entry - 1] === name) return entry - 1;
    }
  }

  /** Id of the name that stands in `bytes` from `start` to `end` and has this hash, or -1. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, hashes, mask } = this;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot];
      if (entry === 0) return -1;
      if (hashes[slot] === hash && sameBytes(this.names[entry - 1], bytes, start, end)) return entry - 1;
    }
  }

  /** Whether some name has this hash. */
  hasHash(hash: number): boolean {
    for (let slot = this.slotOf(hash); this.slots[slot] !== 0; slot = (slot + 1) & this.mask) {
      if (this.hashes[slot] === hash) return true;
    }
    return false;
  }

  /** A table with the same names and ids, to which a caller may add without changing this one. */
  copy(): NameTable {
    const table = new NameTable();
    table.names.push(...this.names);
    table.slots = this.slots.slice();
    table.hashes = this.hashes.slice();
    table.mask = this.mask;
    return table;
  }

  /**
   * Forgets the names from id `count` on. Taking the newest out first leaves no hole in a probe sequence, since
   * no older name was placed past it.
   */
  truncate(count: number): void {
    while (this.names.length > count) {
      const name = this.names.pop() as string;
      const id = this.names.length;
      let slot = this.slotOf(hashName(name));
      while (this.slots[slot] !== id + 1) slot = (slot + 1) & this.mask;
      this.slots[slot] = 0;
    }
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }

  private place(hash: number, id: number): void {
    let slot = this.slotOf(hash);
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = id + 1;
    this.hashes[slot] = hash;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    this.slots = new Int32Array(size);
    this.hashes = new Int32Array(size);
    this.mask = size - 1;
    this.names.forEach((name, id) => {
      this.place(hashName(name), id);
    });
  }
}

function sameBytes(name: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) !== bytes[start + i]) return false;
  }
  return true;
}
