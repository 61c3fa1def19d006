/**
 * Operators of more than one character.
 */

/** 1 for the bytes that may stand before `=` in an operator: = ! < > + - * / % & | ^ */
export const BEFORE_EQUALS = new Uint8Array(256);
for (const byte of [61, 33, 60, 62, 43, 45, 42, 47, 37, 38, 124, 94]) BEFORE_EQUALS[byte] = 1;

/** In C++ `<::` begins a template argument `::name`, unless `:` or `>` follows; `at` is the offset of the first colon. */
export function isScope(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === 58 && bytes[at + 2] !== 58 && bytes[at + 2] !== 62;
}
