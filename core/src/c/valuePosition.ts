/**
 * A name that is not called: by the tokens on both sides, is it being declared, used as a variable, or may it be a
 * function taken as a value?
 */
import { isWordByte } from '../source/byteClass.js';
import { skipBlanks } from './skip.js';
import {
  ASSIGNMENT,
  CONTROL_WORD,
  NUMBER,
  OPERATOR,
  STATEMENT_WORD,
  STRING,
  TYPE_WORD,
  WORD,
} from './token.js';

/**
 * `variable`: the file gives the name a meaning of its own here. `other`: a label, a type, a field.
 * @param next offset of the next token.
 * @param isDereferenced whether the token before is a star that may stand in front of a function: `(*name)(`.
 */
export function variableRole(
  previous: number,
  bytes: Uint8Array,
  next: number,
  isDereferenced: boolean,
): 'variable' | 'other' | 'value' {
  const c = bytes[next];
  const follower = bytes[next + 1];
  if (previous === WORD || previous === TYPE_WORD) return isWordByte(c) ? 'other' : 'variable';
  if (c === 61 && follower !== 61) return 'variable'; // assigned to
  if (c === 91 || c === 46 || (c === 45 && follower === 62)) return 'variable'; // [ . ->
  if (c === 60 && follower === 58) return 'variable'; // <: is [
  if ((c === 43 && follower === 43) || (c === 45 && follower === 45)) return 'variable';
  if ((c === 43 || c === 45 || c === 124 || c === 38) && follower === 61) return 'variable';
  if (previous === 42 && !isDereferenced) return 'variable'; // a pointer declared, or something multiplied
  if (c === 58 && follower !== 58) return previous === 63 ? 'value' : 'other';
  return 'value';
}

/** Whether a token in front of `(name)` or `(*name)` makes it a declaration, or the argument of a call. */
export function isDeclaredAfter(token: number): boolean {
  return token === WORD || token === TYPE_WORD || token === 42 || token === 93 || token === 62; // * ] >
}

/** Whether a token asks for a value behind it: in `x = pages * getppid()` the star multiplies. */
export function endsInValue(token: number): boolean {
  return (
    token === 61 || // =
    token === 40 || // (
    token === 43 || // +
    token === 45 || // -
    token === 47 || // /
    token === OPERATOR ||
    token === ASSIGNMENT ||
    token === STATEMENT_WORD
  );
}

/**
 * `SCMP_SYS(open)`, `ZEND_ME(Exception, __clone, ...)`: an argument of a call in capitals may be pasted or made a
 * string by the macro, so it says nothing of a function.
 */
export function isMacroArgument(bytes: Uint8Array, start: number): boolean {
  let nesting = 0;
  for (let i = start - 1; i > Math.max(0, start - 400); i--) {
    const c = bytes[i];
    if (c === 41) nesting++;
    else if (c === 40 && --nesting < 0) {
      let end = i;
      while (end > 0 && bytes[end - 1] === 32) end--;
      let begin = end;
      while (begin > 0 && isWordByte(bytes[begin - 1])) begin--;
      return begin < end && !bytes.subarray(begin, end).some((byte) => byte >= 97 && byte <= 122);
    } else if (c === 59 || c === 123 || c === 125) return false;
  }
  return false;
}

/** Whether a function taken as a value may stand between these tokens. */
export function isValuePosition(previous: number, bytes: Uint8Array, next: number): boolean {
  const c = bytes[next];
  const closesBrace = c === 37 && bytes[next + 1] === 62; // %> is }
  if (c !== 41 && c !== 44 && c !== 59 && c !== 125 && c !== 58 && !closesBrace) return false; // ) , ; } :
  switch (previous) {
    case 40: // (
    case 44: // ,
    case 61: // =
    case 38: // &
    case 42: // * of a function that is called through its address
    case 123: // {
    case 63: // ?
    case 58: // :
    case 41: // ) of a cast
    case STATEMENT_WORD:
      return true;
    case NUMBER:
    case STRING:
    case OPERATOR:
    case ASSIGNMENT:
    case CONTROL_WORD:
      return false;
    default:
      return false;
  }
}

/**
 * Offset of the parenthesis behind `name)` that begins the arguments of a call, `(name)(` or `(*name)(`; -1 if there
 * is none.
 */
export function argumentsBehind(bytes: Uint8Array, next: number): number {
  let i = next;
  while (bytes[i] === 41) i = skipBlanks(bytes, i + 1, bytes.length);
  return i > next && bytes[i] === 40 ? i : -1;
}
