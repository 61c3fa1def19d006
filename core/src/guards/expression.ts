/**
 * Preprocessor expressions, evaluated with three values: what nobody can know stays undefined.
 */

import { integerOf } from '../source/integer.js';
import { applyOperator } from './applyOperator.js';

/** What is known of a macro's value. */
export type MacroValue =
  | { readonly state: 'undefined' }
  | { readonly state: 'defined'; readonly value: number | undefined }
  | { readonly state: 'unknown' };

export interface MacroEnvironment {
  macro(name: string): MacroValue;
  /** Whether `__has_include` finds a header; undefined if nobody knows. */
  hasHeader(header: string): boolean | undefined;
}

/** The value of an expression, or undefined where it hangs on something unknown or is malformed. */
export function evaluateExpression(text: string, environment: MacroEnvironment): number | undefined {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.length > MAX_TOKENS) return undefined;
  const parser = new Parser(tokens, environment);
  const value = parser.ternary();
  return parser.atEnd && !parser.failed ? value : undefined;
}

const TOKEN =
  /[A-Za-z_]\w*|0[xX][\da-fA-F']+[uUlL]*|\d[\d']*[uUlL]*|'(?:\\.|[^'\\])'|"[^"]*"|<=|>=|==|!=|&&|\|\||<<|>>|[^\s]/g;
const MAX_TOKENS = 2000;
const MAX_DEPTH = 200;

class Parser {
  failed = false;
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly environment: MacroEnvironment,
  ) {}

  get atEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  ternary(): number | undefined {
    if (++this.depth > MAX_DEPTH) {
      this.failed = true;
      return undefined;
    }
    const condition = this.or();
    let value = condition;
    if (this.accept('?')) {
      const yes = this.ternary();
      this.expect(':');
      const no = this.ternary();
      value = condition === undefined ? undefined : condition !== 0 ? yes : no;
    }
    this.depth--;
    return value;
  }

  private or(): number | undefined {
    let left = this.and();
    while (this.accept('||')) {
      const right = this.and();
      left = isTrue(left) || isTrue(right) ? 1 : left === 0 && right === 0 ? 0 : undefined;
    }
    return left;
  }

  private and(): number | undefined {
    let left = this.binary(0);
    while (this.accept('&&')) {
      const right = this.binary(0);
      left = left === 0 || right === 0 ? 0 : isTrue(left) && isTrue(right) ? 1 : undefined;
    }
    return left;
  }

  private binary(level: number): number | undefined {
    if (level === LEVELS.length) return this.unary();
    let left = this.binary(level + 1);
    for (let operator = this.peek(); LEVELS[level].includes(operator ?? ''); operator = this.peek()) {
      this.position++;
      const right = this.binary(level + 1);
      left =
        left === undefined || right === undefined
          ? undefined
          : applyOperator(operator as string, left, right);
    }
    return left;
  }

  private unary(): number | undefined {
    if (++this.depth > MAX_DEPTH) {
      this.failed = true;
      return undefined;
    }
    const value = this.unaryValue();
    this.depth--;
    return value;
  }

  private unaryValue(): number | undefined {
    if (this.accept('!')) {
      const value = this.unary();
      return value === undefined ? undefined : value === 0 ? 1 : 0;
    }
    if (this.accept('-')) {
      const value = this.unary();
      return value === undefined ? undefined : -value;
    }
    if (this.accept('+')) return this.unary();
    if (this.accept('~')) {
      const value = this.unary();
      return value === undefined ? undefined : ~value;
    }
    if (this.accept('(')) {
      const value = this.ternary();
      this.expect(')');
      return value;
    }
    return this.primary();
  }

  private primary(): number | undefined {
    const token = this.tokens[this.position++];
    if (token === undefined) {
      this.failed = true;
      return undefined;
    }
    if (/^\d/.test(token)) return integerOf(token);
    if (token.startsWith("'")) return token.charCodeAt(1);
    if (!/^[A-Za-z_]/.test(token)) {
      this.failed = true;
      return undefined;
    }
    if (token === 'defined') return this.defined();
    if (token === 'true') return 1;
    if (token === 'false') return 0;
    if (this.peek() === '(') return this.functionLike(token);
    const macro = this.environment.macro(token);
    if (macro.state === 'undefined') return 0;
    return macro.state === 'defined' ? macro.value : undefined;
  }

  private defined(): number | undefined {
    const parenthesized = this.accept('(');
    const name = this.tokens[this.position++];
    if (parenthesized) this.expect(')');
    if (name === undefined || !/^[A-Za-z_]/.test(name)) {
      this.failed = true;
      return undefined;
    }
    const { state } = this.environment.macro(name);
    return state === 'unknown' ? undefined : state === 'defined' ? 1 : 0;
  }

  private functionLike(name: string): number | undefined {
    const open = this.position;
    let nesting = 0;
    do {
      const token = this.tokens[this.position++];
      if (token === '(') nesting++;
      else if (token === ')') nesting--;
      else if (token === undefined) {
        this.failed = true;
        return undefined;
      }
    } while (nesting > 0);
    if (name === '__has_include' || name === '__has_include_next') {
      const header = this.tokens
        .slice(open + 1, this.position - 1)
        .join('')
        .replace(/^["<]|[">]$/g, '');
      const found = this.environment.hasHeader(header);
      return found === undefined ? undefined : found ? 1 : 0;
    }
    // IS_ENABLED(X) of Linux and like wrappers hang on configuration; an undefined one would not compile.
    return this.environment.macro(name).state === 'undefined' ? 0 : undefined;
  }

  private peek(): string | undefined {
    return this.tokens[this.position];
  }

  private accept(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }

  private expect(token: string): void {
    if (!this.accept(token)) this.failed = true;
  }
}

const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

function isTrue(value: number | undefined): boolean {
  return value !== undefined && value !== 0;
}
