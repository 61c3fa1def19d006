/**
 * Files that are no text of one byte a character.
 */
const LOOKED_AT = 8192;

/** Why a file is not read as text, or undefined if it is. */
export function isBinary(bytes: Uint8Array, length: number): string | undefined {
  if (length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return 'UTF-16 text; convert it to UTF-8';
  }
  const end = Math.min(length, LOOKED_AT);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) return 'binary';
  return undefined;
}
