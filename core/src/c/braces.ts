/**
 * What the open braces of a C or C++ text are: bodies of functions, of types, initializers. It must survive code
 * whose braces do not balance because of `#if`, so a closing brace in the first column ends what is open.
 */
import { COLONS, OPERATOR, START, STATEMENT_WORD, STRING, TYPE_WORD, WORD } from './token.js';

export const FUNCTION_BRACE = 1;
export const TYPE_BRACE = 2;
export const ENUM_BRACE = 3;
export const INITIALIZER_BRACE = 4;
/** `namespace x {` and `extern "C" {`: what is inside stands at file level. */
export const TRANSPARENT_BRACE = 5;

const MAX_KNOWN = 256;

export class BraceStack {
  private readonly kinds = new Uint8Array(MAX_KNOWN);
  private size = 0;
  private transparent = 0;
  private tag: 'none' | 'type' | 'enum' = 'none';
  private namespace = false;

  /** Number of open braces that are not transparent. */
  get depth(): number {
    return this.size - this.transparent;
  }

  /** Kind of the innermost brace that is not transparent, or 0 at file level. */
  get innermost(): number {
    if (this.depth === 0) return 0;
    return this.kindAt(this.size - 1);
  }

  kindAt(index: number): number {
    return index < MAX_KNOWN ? this.kinds[index] : FUNCTION_BRACE;
  }

  get length(): number {
    return this.size;
  }

  /** A keyword that opens a type: struct, union, class or enum has been read. */
  sawTag(isEnum: boolean): void {
    this.tag = isEnum ? 'enum' : 'type';
  }

  sawNamespace(): void {
    this.namespace = true;
  }

  /** A semicolon at file level ends what a keyword announced. */
  sawSemicolon(): void {
    this.tag = 'none';
    this.namespace = false;
  }

  openFunction(): void {
    this.push(FUNCTION_BRACE);
  }

  /** An opening brace after these two tokens. */
  open(previous: number, beforePrevious: number, parentheses: number): void {
    const kind = this.kindOf(previous, beforePrevious, parentheses);
    this.tag = 'none';
    this.namespace = false;
    this.push(kind);
  }

  /** A closing brace; in the first column it closes everything but what is transparent. */
  close(firstColumn: boolean): void {
    this.tag = 'none';
    if (this.size === 0) return;
    if (firstColumn && this.depth > 0) {
      while (this.depth > 0) this.pop();
    } else this.pop();
  }

  /** Goes back to a depth from before an `#else` or `#endif`. */
  restore(depth: number): void {
    while (this.depth > depth) this.pop();
    while (this.depth < depth) this.push(FUNCTION_BRACE);
  }

  private kindOf(previous: number, beforePrevious: number, parentheses: number): number {
    if (this.namespace) return TRANSPARENT_BRACE;
    if (previous === STRING && this.depth === 0) return TRANSPARENT_BRACE;
    if (previous === 61 || previous === 44 || previous === 40 || previous === 91) return INITIALIZER_BRACE;
    if (previous === 123 && this.innermost === INITIALIZER_BRACE) return INITIALIZER_BRACE;
    if (previous === 93 && parentheses === 0) return INITIALIZER_BRACE;
    if (previous === 41) {
      // `x = (struct point){1, 2}` is a compound literal, `f(struct point p) {` a function.
      if (parentheses > 0) return INITIALIZER_BRACE;
      return this.innermost === INITIALIZER_BRACE ? INITIALIZER_BRACE : FUNCTION_BRACE;
    }
    if (
      this.tag !== 'none' &&
      (previous === WORD || previous === OPERATOR || previous === 62 || isTagItself(previous))
    ) {
      return this.tag === 'enum' ? ENUM_BRACE : TYPE_BRACE;
    }
    if (previous === WORD && beforePrevious === COLONS) return FUNCTION_BRACE;
    if (previous === START || previous === STATEMENT_WORD || previous === TYPE_WORD) return FUNCTION_BRACE;
    return this.innermost === INITIALIZER_BRACE ? INITIALIZER_BRACE : FUNCTION_BRACE;
  }

  private push(kind: number): void {
    if (this.size < MAX_KNOWN) this.kinds[this.size] = kind;
    this.size++;
    if (kind === TRANSPARENT_BRACE) this.transparent++;
  }

  private pop(): void {
    this.size--;
    if (this.kindAt(this.size) === TRANSPARENT_BRACE) this.transparent--;
  }
}

/** Whether code at this place is executed: some open brace is a function's. */
export function isInsideFunction(braces: BraceStack): boolean {
  for (let i = braces.length - 1; i >= 0; i--) {
    const kind = braces.kindAt(i);
    if (kind === FUNCTION_BRACE) return true;
    if (kind === TYPE_BRACE || kind === ENUM_BRACE) return false;
  }
  return false;
}

function isTagItself(previous: number): boolean {
  return previous === 259;
}
