/**
 * A name in front of a parenthesis that may be declared or defined rather than called.
 */
import { isWordByte } from '../source/byteClass.js';
import { latin1 } from './directive.js';
import type { CLexer } from './lexer.js';
import { skipBlanks } from './skip.js';
import { COLONS, NUMBER, OPERATOR, START } from './token.js';
import { endsInValue } from './valuePosition.js';

export type FileLevelRole = 'call' | 'definition' | 'declaration';

/** What `name(` at file level is; `open` is the offset of the parenthesis. */
export function fileLevelRole(lexer: CLexer, open: number, isMacro: boolean): FileLevelRole {
  const { bytes, previous } = lexer;
  if (lexer.parentheses > 0) {
    // `: descriptor(::epoll_create1(0))` of a constructor
    return previous === COLONS ||
      previous === 40 ||
      previous === 44 ||
      previous === 61 ||
      previous === OPERATOR
      ? 'call'
      : 'declaration';
  }
  if (definesFunction(bytes, open)) return 'definition';
  const startsStatement = previous === 59 || previous === 123 || previous === 125 || previous === START;
  const inExpression =
    previous === 58 ||
    previous === 33 ||
    (previous !== 42 && endsInValue(previous)) ||
    (previous === 42 && (lexer.beforePrevious === NUMBER || endsInValue(lexer.thirdPrevious)));
  if (inExpression) return 'call';
  if (isMacro && (startsStatement || previous === 41)) return 'call';
  // A fragment that is included into a function: a statement at file level that is no declaration.
  const close = closingParenthesis(bytes, open);
  if (startsStatement || previous === 41) {
    return bytes[skipBlanks(bytes, close + 1, bytes.length)] === 59 && !looksLikeParameters(bytes, open)
      ? 'call'
      : 'declaration';
  }
  return 'declaration';
}

/** Whether a body follows the parenthesized list, possibly after the parameter declarations of old C. */
export function definesFunction(bytes: Uint8Array, open: number): boolean {
  const close = closingParenthesis(bytes, open);
  let i = skipBlanks(bytes, close + 1, bytes.length);
  if (bytes[i] === 123) return true;
  if (!isWordByte(bytes[i]) || close - open > 400) return false;
  if (!/^\([\s\w,]*\)$/.test(latin1(bytes, open, close + 1))) {
    // `override {`, `const {`, `noexcept {`, `__attribute__((x)) {`
    const head = latin1(bytes, i, Math.min(bytes.length, i + 120));
    return /^(?:(?:const|override|final|noexcept|throw\s*\(\)|__attribute__\s*\(\(\w+\)\))\s*)+\{/.test(head);
  }
  const limit = Math.min(bytes.length, i + 1500);
  while (i < limit) {
    const c = bytes[i];
    if (c === 123) return true;
    // Only declarations may stand there: words, stars, commas, semicolons, brackets, pointers to functions.
    if (!isWordByte(c) && c !== 42 && c !== 44 && c !== 59 && c !== 91 && c !== 93 && c !== 40 && c !== 41)
      return false;
    i = skipBlanks(bytes, i + 1, bytes.length);
    if (c === 59 && !isWordByte(bytes[i]) && bytes[i] !== 123) return false;
    if (c === 41 && bytes[i] === 59) return false;
  }
  return false;
}

/**
 * Whether a parenthesized list reads as parameters: empty, `void`, or two words side by side in some item
 * (`pid_t pid`), a word and a star at an end (`char *`), or only type keywords.
 */
export function looksLikeParameters(bytes: Uint8Array, open: number): boolean {
  const close = closingParenthesis(bytes, open);
  if (close - open > 600) return false;
  const text = latin1(bytes, open + 1, close)
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .trim();
  if (text === '' || text === 'void') return true;
  return text
    .split(',')
    .some(
      (item) =>
        /^\s*(?:const\s+|struct\s+|unsigned\s+|enum\s+)*[A-Za-z_]\w*(?:\s+const)?[\s*]*\s[*\s]*(?:const\s+|restrict\s+|__restrict\s+)*[A-Za-z_]\w*(?:\[\w*\])?\s*$/.test(
          item,
        ) ||
        /^\s*(?:const\s+)?[A-Za-z_]\w*\s*\*+\s*$/.test(item) ||
        /^\s*(?:int|char|long|unsigned|short|double|float|size_t|pid_t|uid_t|gid_t|mode_t|off_t)\s*$/.test(
          item,
        ),
    );
}

/** Whether the declaration that reaches from `start` to a name says `static`. */
export function hasStatic(bytes: Uint8Array, start: number, name: number): boolean {
  const from = Math.max(start, name - 400);
  return /\bstatic\b|\bSTATIC\b|\blocal\b/.test(latin1(bytes, from, name));
}

/** Offset of the parenthesis that closes the one at `open`, or of the end of what was looked at. */
export function closingParenthesis(bytes: Uint8Array, open: number): number {
  const limit = Math.min(bytes.length, open + 20000);
  let depth = 0;
  for (let i = open; i < limit; i++) {
    const c = bytes[i];
    if (c === 40) depth++;
    else if (c === 41) {
      if (--depth === 0) return i;
    } else if (c === 34 || c === 39) {
      const quote = c;
      let k = i + 1;
      while (k < limit && bytes[k] !== quote && bytes[k] !== 10) k += bytes[k] === 92 ? 2 : 1;
      if (bytes[k] === quote) i = k;
    } else if (c === 47 && (bytes[i + 1] === 42 || bytes[i + 1] === 47)) {
      i = skipBlanks(bytes, i, limit) - 1;
    }
  }
  return limit;
}

/** In a Perl extension: whether a declaration makes Perl call the C function, or brings code of its own. */
export function callsByDeclaration(bytes: Uint8Array, open: number): boolean {
  const text = latin1(bytes, open, Math.min(bytes.length, open + 2000));
  const declaration = text.split(/\n\s*\n/, 1)[0];
  return !/^\s*(?:PP)?CODE:/m.test(declaration);
}
