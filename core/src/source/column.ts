/**
 * The one place where byte offsets become columns.
 */

/**
 * Columns of one text, asked for in the order of the text or nearly so: what was counted of a line is not counted
 * again, so that a file of one long line takes no longer than one of many.
 */
export class ColumnCounter {
  private lineStart = -1;
  private offset = 0;
  private units = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Column of an offset in the line that begins at `lineStart`. */
  at(lineStart: number, offset: number): number {
    if (lineStart !== this.lineStart || offset < this.offset) {
      this.lineStart = lineStart;
      this.offset = lineStart;
      this.units = 0;
    }
    this.units += utf16Column(this.bytes, this.offset, offset);
    this.offset = offset;
    return this.units;
  }

  /** A counter that goes on from here, for a look ahead. */
  ahead(): ColumnCounter {
    const counter = new ColumnCounter(this.bytes);
    counter.lineStart = this.lineStart;
    counter.offset = this.offset;
    counter.units = this.units;
    return counter;
  }
}

/**
 * UTF-16 code units between the start of a line, or of a character in it, and an offset. Bytes that are not UTF-8
 * count one each, as they do when the text is shown as Latin-1 or with replacement characters.
 */
export function utf16Column(bytes: Uint8Array, lineStart: number, offset: number): number {
  let units = 0;
  let i = lineStart;
  while (i < offset) {
    const c = bytes[i];
    if (c < 0x80) i++;
    else {
      const length = sequenceLength(bytes, i);
      if (length === 4) units++;
      i += length;
    }
    units++;
  }
  return units;
}

/**
 * UTF-16 code units of a name that comes with a character a byte; in UTF-8, bytes that go on with a character count
 * nothing.
 */
export function utf16Length(name: string): number {
  let units = 0;
  for (let i = 0; i < name.length; i++) {
    const byte = name.charCodeAt(i);
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/** Bytes of the UTF-8 sequence at `offset`; 1 for anything that is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const c = bytes[offset];
  const length = c >= 0xf0 && c < 0xf5 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 1;
  for (let k = 1; k < length; k++) {
    if ((bytes[offset + k] & 0xc0) !== 0x80) return 1;
  }
  const second = bytes[offset + 1];
  const isTooLong = (c === 0xe0 && second < 0xa0) || (c === 0xf0 && second < 0x90);
  const isNoCharacter = (c === 0xed && second >= 0xa0) || (c === 0xf4 && second >= 0x90) || c >= 0xf5;
  return isTooLong || isNoCharacter ? 1 : length;
}
