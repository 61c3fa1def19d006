/**
 * The arguments of a call as a scan reads them from its text.
 */
import { readArguments } from '#core/c/argumentList.js';
import type { CallArguments } from '#core/facts/fileFacts.js';
import { ColumnCounter } from '#core/source/column.js';

/** `text` is a call: a name and a parenthesized list. */
export function argumentsOf(text: string, parameters: readonly string[] = []): CallArguments {
  const bytes = new TextEncoder().encode(text);
  return readArguments(bytes, bytes.indexOf(40), 0, 0, 0, new ColumnCounter(bytes), parameters);
}
