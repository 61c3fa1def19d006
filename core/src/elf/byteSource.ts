/**
 * The port through which a binary is read: bytes at offsets, so that of a large file only what is needed is read.
 */
export interface ByteSource {
  /** Bytes of the whole file. */
  readonly size: number;
  /**
   * Bytes from an offset on, fewer where the file ends. The array may be used again by the next call: nothing may
   * keep it. Throws where the file cannot be read.
   */
  read(offset: number, length: number): Uint8Array;
}

/** Bytes that are held, as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** A part of a source as a source of its own, cut where the outer one ends. */
export function partOf(source: ByteSource, start: number, length: number): ByteSource {
  const size = Math.max(0, Math.min(length, source.size - start));
  return {
    size,
    read: (offset, wanted) => source.read(start + offset, Math.max(0, Math.min(wanted, size - offset))),
  };
}
