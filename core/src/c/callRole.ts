/**
 * A name in front of a parenthesis inside a function: by the tokens before it, is it called or declared?
 */
import { BYTE_CLASS, SPACE } from '../source/byteClass.js';
import { definesFunction, looksLikeParameters } from './declaration.js';
import type { CLexer } from './lexer.js';
import { TYPE_WORD, WORD } from './token.js';
import { endsInValue } from './valuePosition.js';

export class CallRoles {
  /** Offset of the semicolon that ends the last declaration seen. */
  private declarationEnd = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly cplusplus: boolean,
  ) {}

  /** @param open offset of the parenthesis. */
  of(lexer: CLexer, start: number, open: number): 'call' | 'declaration' | 'doubtful' {
    const { previous, beforePrevious } = lexer;
    if (start < this.declarationEnd && lexer.parentheses === 0) return 'declaration';
    if (previous === TYPE_WORD) return this.declares(open);
    // A word on the line before is a macro without a semicolon, not a type.
    if (previous === WORD && startsLine(lexer, start)) return 'call';
    if (previous === WORD) return looksLikeParameters(this.bytes, open) ? this.declares(open) : 'doubtful';
    if (previous === 42 && (beforePrevious === TYPE_WORD || beforePrevious === WORD)) {
      if (beforePrevious === WORD && endsInValue(lexer.thirdPrevious)) return 'call';
      return looksLikeParameters(this.bytes, open) ? this.declares(open) : 'doubtful';
    }
    // `std::vector<int> name(x);` or a comparison
    if (this.cplusplus && previous === 62) return 'doubtful';
    // `{` after the closing parenthesis is a nested function, or a region whose braces went wrong.
    return definesFunction(this.bytes, open) && previous !== 40 ? 'doubtful' : 'call';
  }

  /** A declaration goes on to its semicolon: `char *getlogin(), *ttyname();`. */
  private declares(open: number): 'declaration' {
    if (open < this.declarationEnd) return 'declaration';
    const end = this.bytes.indexOf(59, open);
    this.declarationEnd = end < 0 ? this.bytes.length : end;
    return 'declaration';
  }
}

/** Whether nothing but blanks stands before a name on its line. */
export function startsLine(lexer: CLexer, start: number): boolean {
  for (let i = lexer.lineStart; i < start; i++) if (BYTE_CLASS[lexer.bytes[i]] !== SPACE) return false;
  return true;
}
