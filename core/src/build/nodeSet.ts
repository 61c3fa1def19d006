/**
 * A set of small numbers, as bits.
 */
export class NodeSet {
  private bits = new Uint32Array(8);

  has(node: number): boolean {
    return node >= 0 && node >>> 5 < this.bits.length && (this.bits[node >>> 5] & (1 << (node & 31))) !== 0;
  }

  /** Returns whether it is new. */
  add(node: number): boolean {
    if (this.has(node)) return false;
    this.reserve((node >>> 5) + 1);
    this.bits[node >>> 5] |= 1 << (node & 31);
    return true;
  }

  addAll(other: NodeSet): void {
    this.reserve(other.bits.length);
    for (let i = 0; i < other.bits.length; i++) this.bits[i] |= other.bits[i];
  }

  private reserve(words: number): void {
    if (words <= this.bits.length) return;
    const larger = new Uint32Array(Math.max(words, this.bits.length * 2));
    larger.set(this.bits);
    this.bits = larger;
  }
}
