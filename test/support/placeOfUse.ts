/**
 * Checks that a use says truly where it is, by the text of its file alone.
 */
import type { Use } from '#core/uses/use.js';

/**
 * What is wrong with the place of a use, or undefined. The text at its offsets is its name, but for two kinds: a
 * name that splices divide has them in it, and a program's place is the whole string literal that names it.
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
  if (use.kind === 'command') return text.startsWith('"') ? undefined : `${told} is no string: ${text}`;
  return text.replace(/\\\r?\n/g, '') === name ? undefined : `${told} reads "${text}", not "${name}"`;
}

/** End of the use on its first line, in UTF-16 code units. */
export function endColumnOf(use: Use, bytes: Uint8Array): number {
  const text = bytes.subarray(use.start, use.end);
  const newline = text.indexOf(10);
  return use.column + columnOf(newline < 0 ? text : text.subarray(0, newline));
}

/** UTF-16 code units of text that is UTF-8, or else Latin-1. */
function columnOf(bytes: Uint8Array): number {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).length;
  } catch {
    return bytes.length;
  }
}
