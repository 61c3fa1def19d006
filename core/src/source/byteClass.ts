/**
 * Classes of bytes for the lexer's dispatch. Bytes of 0x80 and above count as letters, so that identifiers
 * and words in UTF-8 or Latin-1 stay whole.
 */
export const OTHER = 0;
export const SPACE = 1;
export const NEWLINE = 2;
export const LETTER = 3;
export const DIGIT = 4;

/** Class of each byte value; 256 entries. */
export const BYTE_CLASS: Uint8Array = makeTable();

/** Whether a byte may continue an identifier. */
export function isWordByte(byte: number): boolean {
  return BYTE_CLASS[byte] >= LETTER;
}

function makeTable(): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of [9, 11, 12, 13, 32]) table[byte] = SPACE;
  table[10] = NEWLINE;
  for (let byte = 0; byte < 256; byte++) {
    if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte >= 128) {
      table[byte] = LETTER;
    }
    if (byte >= 48 && byte <= 57) table[byte] = DIGIT;
  }
  return table;
}
