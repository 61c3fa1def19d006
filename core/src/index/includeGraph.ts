/**
 * Which headers a file sees, directly or through others. Big programs hold tens of thousands of headers that
 * include each other in circles: what a header sees is kept as bits, once for each circle.
 */
import { IncludeLists } from './includeLists.js';
import type { IncludeResolver } from './includeResolver.js';

export class IncludeGraph {
  private readonly written = new IncludeLists();
  /** Index of the bit of each header that is asked about, by id. */
  private readonly bits = new Map<number, number>();
  private included: (readonly number[] | undefined)[] = [];
  /** What each header sees, itself among it, by id. */
  private seen: (Uint32Array | undefined)[] = [];
  private empty: Uint32Array = new Uint32Array(0);
  private lastFile = -1;
  private lastSeen: Uint32Array = new Uint32Array(0);
  private isStale = false;

  /** @param onlyCertain leaves out an `#include` that may mean one of several files. */
  constructor(
    private readonly resolver: IncludeResolver,
    private readonly onlyCertain: boolean,
  ) {}

  /**
   * Puts in what a file includes instead of what it included before.
   * @param texts numbers that the resolver gave to what is written there.
   */
  set(path: string, texts: readonly number[]): void {
    const id = this.resolver.add(path);
    if (this.written.equals(id, texts)) return;
    this.written.set(id, texts);
    this.included[id] = undefined;
    this.lastFile = -1;
    this.isStale = true;
  }

  /** Says that it will be asked who sees this header. Returns its bit. */
  addTarget(path: string): number {
    const id = this.resolver.add(path);
    const known = this.bits.get(id);
    if (known !== undefined) return known;
    const bit = this.bits.size;
    this.bits.set(id, bit);
    this.isStale = true;
    return bit;
  }

  /** The bit of a header, or -1 for one that nobody asks about. */
  bitOf(path: string): number {
    const id = this.resolver.idOf(path);
    return (id === undefined ? undefined : this.bits.get(id)) ?? -1;
  }

  /** Makes `seenFrom` answer by all that was put in so far; until then it may go by less. */
  settle(): void {
    if (this.isStale) this.forget();
    this.isStale = false;
  }

  /** Lets go of what was worked out; it is worked out anew when asked for. */
  forget(): void {
    this.empty = this.newBits();
    this.included = [];
    this.seen = [];
    this.lastFile = -1;
  }

  /** The bits of the headers that a file sees. They are not to be changed. */
  seenFrom(path: string): Uint32Array {
    const file = this.resolver.idOf(path);
    if (file === undefined) return NO_BITS;
    if (file === this.lastFile) return this.lastSeen;
    let all = this.seen[file];
    if (!all) {
      all = this.newBits();
      const { written } = this;
      for (let i = 0; i < written.length(file); i++) {
        for (const header of this.resolve(file, written.at(file, i))) {
          if (!this.seen[header]) this.findCircles(header);
          merge(all, this.seen[header] as Uint32Array);
        }
      }
    }
    this.lastFile = file;
    this.lastSeen = all;
    return all;
  }

  /** Tarjan's algorithm from one header, without recursion: headers of one circle share their bits. */
  private findCircles(root: number): void {
    const order = new Map<number, number>();
    const low = new Map<number, number>();
    const open: number[] = [];
    const path: { id: number; next: number }[] = [];
    const enter = (id: number): void => {
      order.set(id, order.size);
      low.set(id, order.size - 1);
      open.push(id);
      path.push({ id, next: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const top = path[path.length - 1];
      const headers = this.includedBy(top.id);
      if (top.next < headers.length) {
        const header = headers[top.next++];
        if (this.seen[header]) continue;
        const known = order.get(header);
        if (known === undefined) enter(header);
        else low.set(top.id, Math.min(low.get(top.id) as number, known));
        continue;
      }
      path.pop();
      const lowest = low.get(top.id) as number;
      const outer = path.at(-1);
      if (outer) low.set(outer.id, Math.min(low.get(outer.id) as number, lowest));
      if (lowest === order.get(top.id)) this.closeCircle(open.splice(open.lastIndexOf(top.id)));
    }
  }

  private closeCircle(members: readonly number[]): void {
    let bits = this.newBits();
    let largest = this.empty;
    for (const member of members) {
      const own = this.bits.get(member);
      if (own !== undefined) bits[own >>> 5] |= 1 << (own & 31);
      for (const header of this.includedBy(member)) {
        const known = this.seen[header];
        if (!known || known === largest) continue;
        merge(bits, known);
        if (contains(known, largest)) largest = known;
      }
    }
    // Most headers see no more than the one of theirs that sees most: they share its bits.
    if (contains(largest, bits)) bits = largest;
    for (const member of members) this.seen[member] = bits;
  }

  private includedBy(file: number): readonly number[] {
    let headers = this.included[file];
    if (!headers) {
      const { written } = this;
      if (written.length(file) === 1) headers = this.resolve(file, written.at(file, 0));
      else {
        const all = new Set<number>();
        for (let i = 0; i < written.length(file); i++) {
          for (const header of this.resolve(file, written.at(file, i))) all.add(header);
        }
        headers = all.size > 0 ? [...all] : NONE;
      }
      this.included[file] = headers;
    }
    return headers;
  }

  private resolve(file: number, text: number): readonly number[] {
    const headers = this.resolver.resolve(file, text);
    return this.onlyCertain && headers.length > 1 ? NONE : headers;
  }

  private newBits(): Uint32Array {
    return new Uint32Array((this.bits.size + 31) >>> 5);
  }
}

/** Whether a bit is set; one that was given after the bits were worked out is not. */
export function hasBit(bits: Uint32Array, bit: number): boolean {
  return bit >= 0 && (bits[bit >>> 5] & (1 << (bit & 31))) !== 0;
}

const NONE: readonly never[] = [];
const NO_BITS = new Uint32Array(0);

function contains(outer: Uint32Array, inner: Uint32Array): boolean {
  for (let i = 0; i < inner.length; i++) if ((inner[i] & ~outer[i]) !== 0) return false;
  return true;
}

function merge(into: Uint32Array, from: Uint32Array): void {
  for (let i = 0; i < into.length; i++) into[i] |= from[i];
}
