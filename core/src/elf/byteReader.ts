/**
 * Numbers and names at offsets of a file, in its byte order. A few pages are held, however large the file is. What
 * lies beyond the end reads as zero and is remembered: a file that points there is cut off or made up.
 */
import type { ByteSource } from './byteSource.js';

const PAGE_BYTES = 64 * 1024;
const PAGES_HELD = 64;

export class ByteReader {
  /** Whether something was asked for that the file does not have. */
  wentBeyondEnd = false;
  private readonly pages = new Map<number, Uint8Array>();
  private page: Uint8Array = new Uint8Array(0);
  private pageStart = 0;

  constructor(
    readonly source: ByteSource,
    private readonly isLittleEndian: boolean,
    /** Whether addresses and offsets have 8 bytes. */
    readonly is64: boolean,
  ) {}

  get size(): number {
    return this.source.size;
  }

  /** Whether so many bytes are there. */
  has(offset: number, length: number): boolean {
    return offset >= 0 && length >= 0 && offset + length <= this.size;
  }

  u8(offset: number): number {
    if (!this.has(offset, 1)) {
      this.wentBeyondEnd = true;
      return 0;
    }
    if (offset < this.pageStart || offset >= this.pageStart + this.page.length) this.turnTo(offset);
    return this.page[offset - this.pageStart] ?? 0;
  }

  u16(offset: number): number {
    const a = this.u8(offset);
    const b = this.u8(offset + 1);
    return this.isLittleEndian ? a | (b << 8) : (a << 8) | b;
  }

  u32(offset: number): number {
    const a = this.u16(offset);
    const b = this.u16(offset + 2);
    return this.isLittleEndian ? a + b * 0x10000 : a * 0x10000 + b;
  }

  /** A number of 8 bytes; one above 2^53, which no size or offset of a file is, loses its last digits. */
  u64(offset: number): number {
    const a = this.u32(offset);
    const b = this.u32(offset + 4);
    return this.isLittleEndian ? a + b * 0x100000000 : a * 0x100000000 + b;
  }

  /** A number as wide as an address. */
  word(offset: number): number {
    return this.is64 ? this.u64(offset) : this.u32(offset);
  }

  /**
   * The name that begins at an offset and ends at a zero byte, at `end` or after `MOST_NAME_BYTES`. Names are put
   * into messages: bytes that are not printable ASCII become question marks.
   */
  name(offset: number, end: number): string {
    const limit = Math.min(end, this.size, offset + MOST_NAME_BYTES);
    let text = '';
    for (let at = offset; at < limit; at++) {
      const byte = this.u8(at);
      if (byte === 0) return text;
      text += byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?';
    }
    return text;
  }

  private turnTo(offset: number): void {
    const start = offset - (offset % PAGE_BYTES);
    let page = this.pages.get(start);
    if (page) this.pages.delete(start);
    else {
      page = this.source.read(start, PAGE_BYTES).slice();
      if (this.pages.size >= PAGES_HELD) {
        const [oldest] = this.pages.keys();
        this.pages.delete(oldest);
      }
    }
    this.pages.set(start, page);
    this.page = page;
    this.pageStart = start;
  }
}

/** C++ makes long names; none that is looked for comes near. */
const MOST_NAME_BYTES = 4096;
