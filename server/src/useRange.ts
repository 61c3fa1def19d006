/**
 * Where a use stands, as a range of LSP.
 */
import type { Range } from 'vscode-languageserver';
import { utf16Length } from '#core/source/column.js';
import type { Use } from '#core/uses/use.js';

/** A name that a spliced line divides is marked up to that line's end. */
export function useRange(use: Use): Range {
  return {
    start: { line: use.line, character: use.column },
    end: { line: use.line, character: use.column + utf16Length(use.name) },
  };
}
