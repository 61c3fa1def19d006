/**
 * Integer constants of C and C++.
 */

/** Value of an integer constant: decimal, hexadecimal, binary or octal, with digit separators and suffixes. */
export function integerOf(text: string): number {
  const digits = text.replaceAll("'", '').replace(/[uUlLzZ]+$/, '');
  return /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
}
