/**
 * A file as a source of bytes at offsets: of a large one only what is asked for is read.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isBinaryFile, MAGIC_BYTES } from '#core/binaries/readBinary.js';
import type { ByteSource } from '#core/elf/byteSource.js';

/** The pieces in which code is looked through are as large. */
const BUFFER_BYTES = (1 << 20) + 4096;

let buffer = new Uint8Array(0);

/**
 * Hands the bytes of a file to a function while it is open. Returns what that returns, or undefined if it is no
 * regular file. Throws where it cannot be read.
 */
export function withBinaryFile<T>(path: string, use: (source: ByteSource) => T): T | undefined {
  // A FIFO must not block.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return undefined;
    return use({
      size: stat.size,
      read: (offset, length) => readAt(descriptor, offset, Math.max(0, Math.min(length, stat.size - offset))),
    });
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a file is a binary by its first bytes; false for one that cannot be read. */
export function isBinaryAt(path: string): boolean {
  try {
    return withBinaryFile(path, (source) => isBinaryFile(source.read(0, MAGIC_BYTES))) ?? false;
  } catch {
    return false;
  }
}

/** The buffer is used again by the next call; what is longer gets one of its own. */
function readAt(descriptor: number, offset: number, length: number): Uint8Array {
  if (buffer.length === 0) buffer = new Uint8Array(BUFFER_BYTES);
  const bytes = length <= buffer.length ? buffer : new Uint8Array(length);
  let got = 0;
  while (got < length) {
    const read = readSync(descriptor, bytes, got, length - got, offset + got);
    if (read === 0) break;
    got += read;
  }
  return bytes.subarray(0, got);
}
