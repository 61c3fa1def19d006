/**
 * The one place where byte offsets become columns.
 */

/**
 * UTF-16 code units between the start of a line and an offset in it. Bytes that are not UTF-8 count one each, as
 * they do when the text is shown as Latin-1 or with replacement characters.
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
