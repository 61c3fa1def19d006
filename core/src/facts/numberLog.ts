/**
 * Many small numbers in few bytes, written one after the other: seven bits a byte, the lowest first. Bytes lie in
 * pieces, so that the log grows without being copied.
 */
const PIECE_BITS = 16;
const PIECE_BYTES = 1 << PIECE_BITS;

export class NumberLog {
  private readonly pieces: Uint8Array[] = [];
  /** Where the next number is written. */
  length = 0;

  /** @param value whole and not negative. */
  write(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.writeByte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.writeByte(rest);
  }

  /** The numbers from a place on that was the length once. */
  from(start: number): NumberReader {
    return new NumberReader(this.pieces, start);
  }

  private writeByte(byte: number): void {
    const at = this.length++;
    const piece = at >>> PIECE_BITS;
    if (piece === this.pieces.length) this.pieces.push(new Uint8Array(PIECE_BYTES));
    this.pieces[piece][at & (PIECE_BYTES - 1)] = byte;
  }
}

export class NumberReader {
  constructor(
    private readonly pieces: readonly Uint8Array[],
    private at: number,
  ) {}

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.pieces[this.at >>> PIECE_BITS][this.at & (PIECE_BYTES - 1)];
      this.at++;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}
