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

  /** A log that goes on from bytes that were one; it keeps them, and never writes into them. */
  static of(bytes: Uint8Array): NumberLog {
    const log = new NumberLog();
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      if (piece.length === PIECE_BYTES) log.pieces.push(piece);
      else {
        const last = new Uint8Array(PIECE_BYTES);
        last.set(piece);
        log.pieces.push(last);
      }
    }
    log.length = bytes.length;
    return log;
  }

  /** @param value whole, not negative and below 2^32. */
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

  /** The bytes in the order in which they were written, in pieces that are not to be changed. */
  *bytes(): Generator<Uint8Array> {
    for (let at = 0; at < this.length; at += PIECE_BYTES) {
      yield this.pieces[at >>> PIECE_BITS].subarray(0, Math.min(PIECE_BYTES, this.length - at));
    }
  }

  /** Writes what another log holds between two places, as a part of this one. */
  copy(from: NumberLog, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      this.writeByte(from.pieces[at >>> PIECE_BITS][at & (PIECE_BYTES - 1)]);
    }
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

  /** The next number; one of 2^31 or more comes as the negative one with the same 32 bits. */
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
