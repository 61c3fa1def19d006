/**
 * A backslash at the end of a line joins it with the next.
 */

/** Whether a splice begins at the offset. */
export function isSplice(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 92 && (bytes[at + 1] === 10 || (bytes[at + 1] === 13 && bytes[at + 2] === 10));
}
