/**
 * A set of hashes of names (see `nameTable`) in four bytes each, for the millions of macros that headers define.
 */
export class NameHashes {
  private sorted = new Int32Array(0);
  private added: number[] = [];

  add(hashes: readonly number[]): void {
    for (const hash of hashes) this.added.push(hash);
    if (this.added.length > 1 << 16) this.merge();
  }

  has(hash: number): boolean {
    if (this.added.length > 0) this.merge();
    const { sorted } = this;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] < hash) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === hash;
  }

  private merge(): void {
    const all = new Int32Array(this.sorted.length + this.added.length);
    all.set(this.sorted);
    all.set(this.added, this.sorted.length);
    this.sorted = all.sort();
    this.added = [];
  }
}
