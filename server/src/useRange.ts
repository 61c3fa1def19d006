/**
 * Where a use stands, as a range of LSP.
 */
import type { Range } from 'vscode-languageserver';
import type { Use } from '#core/uses/use.js';

/** A name that a spliced line divides is marked up to that line's end. */
export function useRange(use: Use): Range {
  return {
    start: { line: use.line, character: use.column },
    end: { line: use.line, character: use.column + utf16Length(use.name) },
  };
}

/** Names come with a character a byte; in UTF-8, bytes that go on with a character count nothing. */
function utf16Length(name: string): number {
  let units = 0;
  for (let i = 0; i < name.length; i++) {
    const byte = name.charCodeAt(i);
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
