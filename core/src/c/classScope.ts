/**
 * What names of C++ belong to: a class, a namespace.
 */
import { isWordByte } from '../source/byteClass.js';
import { TYPE_BRACE } from './braces.js';
import { latin1 } from './directive.js';
import type { CLexer } from './lexer.js';

/** Whether the lexer is in a class or in a method, where a bare name may be a member. */
export function isInClass({ braces, bytes, regionStart }: CLexer): boolean {
  for (let i = 0; i < braces.length; i++) if (braces.kindAt(i) === TYPE_BRACE) return true;
  // `Type::method(` between the start of the region and its first brace.
  const head = latin1(bytes, regionStart, Math.min(regionStart + 2000, bytes.length));
  return /\w+(?:<[^;{}]*>)?\s*::\s*~?\w+\s*\(/.test(head.split('{', 1)[0]);
}

/** Whether a name at `start` that stands behind `::` has `std` before that. */
export function isInStandardNamespace(bytes: Uint8Array, start: number): boolean {
  let i = start - 1;
  while (i > 0 && !isWordByte(bytes[i])) i--;
  return latin1(bytes, Math.max(0, i - 2), i + 1) === 'std' && !isWordByte(bytes[i - 3]);
}
