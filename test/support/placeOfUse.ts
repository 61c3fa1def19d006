/**
 * Checks that a use says truly where it is, by the text of its file alone.
 */
import type { Use } from '#core/uses/use.js';

/**
 * What is wrong with the place of a use, or undefined. The text at its offsets is its name, but for three kinds: a
 * name that splices divide has them in it, a program's place is the whole string literal that names it, or the macro
 * in which that stands, and that of a path the first of the literals that are joined.
 */
export function problemOfPlace(use: Use, bytes: Uint8Array): string | undefined {
  const { start, end, name } = use;
  const told = `${use.feature} at ${use.path}:${use.line + 1}:${use.column}`;
  if (start < 0 || end <= start || end > bytes.length) return `${told} has the offsets ${start}-${end}`;
  const before = Buffer.from(bytes.subarray(0, start));
  const line = before.filter((byte) => byte === 10).length;
  if (line !== use.line) return `${told} is on line ${line + 1}`;
  const lineStart = before.lastIndexOf(10) + 1;
  const bom = lineStart === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const column = columnOf(bytes.subarray(lineStart + bom, start));
  if (column !== use.column) return `${told} is in column ${column}`;
  const text = Buffer.from(bytes.subarray(start, end)).toString('latin1');
  const unspliced = text.replace(/\\\r?\n/g, '');
  if (use.kind === 'command' && !use.operation) {
    const isPlace = text.startsWith('"') || unspliced === use.macros[0]?.name;
    return isPlace ? undefined : `${told} is no string: ${text}`;
  }
  if (use.kind === 'path' && name.startsWith(unspliced)) return undefined;
  return unspliced === name ? undefined : `${told} reads "${text}", not "${name}"`;
}

/** End of the use on its first line, in UTF-16 code units. */
export function endColumnOf(use: Use, bytes: Uint8Array): number {
  const text = bytes.subarray(use.start, use.end);
  const newline = text.indexOf(10);
  return use.column + columnOf(newline < 0 ? text : text.subarray(0, newline));
}

/** A character in well-formed UTF-8 (Unicode, table 3-7), as Latin-1. */
const CHARACTER = new RegExp(
  [
    '[\\x00-\\x7f]',
    '[\\xc2-\\xdf][\\x80-\\xbf]',
    '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]',
    '[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}',
    '\\xed[\\x80-\\x9f][\\x80-\\xbf]',
    '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}',
    '[\\xf1-\\xf3][\\x80-\\xbf]{3}',
    '\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}',
    '[\\x80-\\xff]',
  ].join('|'),
  'g',
);

/** UTF-16 code units of text; a byte that is not UTF-8 counts one. */
export function columnOf(bytes: Uint8Array): number {
  const characters = Buffer.from(bytes).toString('latin1').match(CHARACTER) ?? [];
  return characters.reduce((units, character) => units + (character.length === 4 ? 2 : 1), 0);
}
