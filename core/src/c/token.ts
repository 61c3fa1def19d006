/**
 * Codes by which the lexer remembers the tokens before a name: a punctuation character is its own code, the rest
 * are the classes here. They are all that is needed to tell a call from a declaration, a member or a value.
 */
export const START = 0;
/** An identifier that is no keyword. */
export const WORD = 256;
/** A keyword after which an expression may stand: return, else, do, case, throw, ... */
export const STATEMENT_WORD = 257;
/** A keyword that is part of a type or declaration: int, static, const, ... */
export const TYPE_WORD = 258;
/** A keyword after which a name is a tag, a label or a type: struct, union, enum, goto, ... */
export const TAG_WORD = 259;
/** A keyword that takes parentheses: if, while, for, switch, sizeof, ... */
export const CONTROL_WORD = 260;
export const NUMBER = 261;
export const STRING = 262;
/** `->` */
export const ARROW = 263;
/** `::` */
export const COLONS = 264;
/** A comparison or logical operator of two characters (`==`, `!=`, `<=`, `>=`, `&&`, `||`), or `<<`, `>>`. */
export const OPERATOR = 265;
/** An assignment with operator: `+=`, `|=`, ... */
export const ASSIGNMENT = 266;
/** `namespace` */
export const NAMESPACE_WORD = 267;
/** `operator` */
export const OPERATOR_WORD = 268;
/** The end of a macro's parameter list, in front of its body. */
export const MACRO_HEAD = 269;
/** `__attribute__`, which no token class stands for: what is in its parentheses are no calls. */
export const ATTRIBUTE_WORD = 270;

/** Keywords by token class; the name table holds them first, so an id below `KEYWORDS.length` is a keyword. */
export const KEYWORDS: readonly (readonly [name: string, code: number])[] = [
  ...words(STATEMENT_WORD, 'return else do case throw co_return co_await co_yield and or not default try'),
  ...words(
    TYPE_WORD,
    'void char short int long float double signed unsigned bool _Bool auto register static extern inline const ' +
      'volatile restrict typedef constexpr virtual explicit friend mutable noexcept override final ' +
      '__inline __inline__ __restrict __const __volatile__ __signed__ _Noreturn thread_local _Thread_local',
  ),
  ...words(TAG_WORD, 'struct union enum class goto typename'),
  ...words(
    CONTROL_WORD,
    'if while for switch sizeof alignof _Alignof typeof __typeof__ decltype defined catch',
  ),
  ['namespace', NAMESPACE_WORD],
  ['operator', OPERATOR_WORD],
  ...words(ATTRIBUTE_WORD, '__attribute__ __attribute'),
];

/** Token code of a keyword by its id in the name table. */
export const KEYWORD_CODES: readonly number[] = KEYWORDS.map(([, code]) => code);

function words(code: number, names: string): [string, number][] {
  return names.split(' ').map((name): [string, number] => [name, code]);
}
