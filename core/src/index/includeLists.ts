/**
 * What each file includes, as written: numbers of texts, all lists in one array. A large program has tens of
 * thousands of short lists.
 */
export class IncludeLists {
  private numbers = new Int32Array(1 << 12);
  private used = 0;
  /** Where the list of each file begins and ends in the array, by id. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Puts in the list of a file instead of the one that it had before. */
  set(file: number, texts: readonly number[]): void {
    while (this.starts.length <= file) {
      this.starts.push(0);
      this.ends.push(0);
    }
    if (texts.length > this.ends[file] - this.starts[file]) {
      this.reserve(texts.length);
      this.starts[file] = this.used;
      this.used += texts.length;
    }
    this.ends[file] = this.starts[file] + texts.length;
    this.numbers.set(texts, this.starts[file]);
  }

  /** Whether the list of a file was put in and is this one. */
  equals(file: number, texts: readonly number[]): boolean {
    if (file >= this.starts.length || this.length(file) !== texts.length) return false;
    return texts.every((text, i) => this.at(file, i) === text);
  }

  length(file: number): number {
    return file < this.starts.length ? this.ends[file] - this.starts[file] : 0;
  }

  at(file: number, index: number): number {
    return this.numbers[this.starts[file] + index];
  }

  private reserve(more: number): void {
    if (this.used + more <= this.numbers.length) return;
    const larger = new Int32Array(Math.max(this.used + more, (this.numbers.length * 3) >>> 1));
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
