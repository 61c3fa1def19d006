/**
 * What the text of one file says by itself: names at places, macros, definitions, includes, strings, and the
 * `#if` groups around them. No target and no other file has a part in it.
 *
 * Lines and columns count from zero; columns are UTF-16 code units; offsets are bytes.
 */
import type { ConditionGroup } from '../c/conditionGroups.js';

/** A place in a file. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** A constant that stands by name in an argument. */
export interface NamedConstant extends Place {
  readonly name: string;
  /** The name of the program's own that stands for it. */
  readonly written?: string;
  /** Whether it stands in the body of a macro and not at the macro's use, whose arguments these are. */
  readonly elsewhere?: boolean;
}

/** A string literal that stands in an argument; `text` is what is between the quotes. */
export interface StringLiteral extends Place {
  readonly text: string;
  readonly elsewhere?: boolean;
}

/** What can be told of an argument without running the program. */
export type Argument =
  | { readonly kind: 'number'; readonly value: number }
  /** Constants joined by `|`; not `exact` when some operand is a variable, so further bits may be set. */
  | { readonly kind: 'constants'; readonly names: readonly string[]; readonly exact: boolean }
  | { readonly kind: 'string'; readonly text: string }
  /** One of several constants, chosen by `?:`. */
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  /** A literal joined with other texts: only that it is a text is known. */
  | { readonly kind: 'text' }
  /** `&name`: never null. */
  | { readonly kind: 'address' }
  /** One name in lower case: a variable or a function. */
  | { readonly kind: 'name' }
  /** In a macro's body: the parameter of this index, and nothing else. */
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'unknown' };

/** The arguments of a call, and what stands by name in them. */
export interface CallArguments {
  readonly values: readonly Argument[];
  /** Upper-case names in the arguments, but for those that the arguments of another call hold, with the index of their argument. */
  readonly constants: readonly (NamedConstant & { readonly argument: number })[];
  readonly strings: readonly (StringLiteral & { readonly argument: number })[];
  /** `SYS_x` or `__NR_x` in the first argument. */
  readonly callNumber: NamedConstant | undefined;
}

/** A vocabulary name in code: called, or used as a value. */
export interface Occurrence extends Place {
  readonly name: string;
  readonly shape: 'call' | 'value';
  /** Index into `conditions`, or -1. */
  readonly condition: number;
  /** Whether the lexer alone cannot tell a use from a declaration; a syntax tree is asked. */
  doubtful: boolean;
  /** Whether it stands in an initializer or behind `&`, where a name is most likely a value. */
  readonly isTableEntry: boolean;
  /** Whether it stands in a method or class, where a bare name may be a member (C++). */
  readonly inClass: boolean;
  /** Whether it is written `::name` or `std::name`. */
  readonly qualified: boolean;
  /** Whether it is a fork by which the program becomes a daemon. */
  detaches: boolean;
  /** Text of the string literals behind the name of a macro, which the compiler joins with the macro's own. */
  readonly textBehind: string | undefined;
  readonly arguments: CallArguments | undefined;
}

/** A macro whose body says something of the vocabulary, or nothing but a number, or that some condition asks for. */
export interface Macro extends Place {
  readonly name: string;
  readonly parameters: readonly string[] | undefined;
  readonly condition: number;
  /** Vocabulary names in its body, and the paths of its string literals: their text, which has a slash. */
  readonly body: readonly Occurrence[];
  /** Whether it gives a name of the vocabulary another meaning. */
  readonly redefines: boolean;
  /** The body's text if it is short: a number, one name, or empty. */
  readonly value: string | undefined;
  /** Whether the value is kept only since some condition asks for a macro of this name. */
  readonly isSwitch: boolean;
  /** Constants of the platform that are its whole body, joined by `|`. */
  readonly constants: readonly string[] | undefined;
  /** Whether an `#undef` further down in the file ends it wherever it is defined. */
  isEnded: boolean;
}

/** An `#undef` of a macro or of a name of the vocabulary. */
export interface Undefinition {
  readonly name: string;
  readonly line: number;
  readonly condition: number;
}

/**
 * A `#define` or `#undef` of a macro that conditions of the same source file ask for; `unsure` is an
 * `#include` behind an `#undef`, which may bring it back.
 */
export interface OwnMacro {
  readonly kind: 'define' | 'undef' | 'unsure';
  readonly name: string;
  /** Zero-based. */
  readonly line: number;
  readonly condition: number;
  /** The body's text if it is short: a number, one name, or empty. */
  readonly value: string | undefined;
}

/** A vocabulary name to which the file gives a meaning of its own. */
export interface Definition extends Place {
  readonly name: string;
  readonly kind: 'function' | 'variable' | 'method';
  /** Seen in this file only. */
  readonly isStatic: boolean;
  readonly condition: number;
  /** Offset behind the top-level region that holds it. */
  regionEnd: number;
}

export interface Include extends Place {
  readonly header: string;
  readonly angled: boolean;
  readonly condition: number;
}

/** The place is that of the first literal, the text that of all that are joined with it. */
export interface PathLiteral extends StringLiteral {
  readonly condition: number;
}

/** Something that kept a file, or a part of it, from being read as it should. */
export interface FileProblem {
  readonly message: string;
  /** Zero-based. */
  readonly line: number;
}

/** What of a file's facts is kept until all files are read; the index has been told the rest. */
export type KeptFacts = Omit<FileFacts, 'cplusplus' | 'byteLength' | 'definesMain' | 'computesIncludes'>;

/** What a file says to others: the index is told it. */
export type ToldFacts = Pick<
  FileFacts,
  'path' | 'macros' | 'definitions' | 'definesMain' | 'computesIncludes' | 'conditions'
> & { readonly includes: readonly Pick<Include, 'header' | 'angled' | 'condition'>[] };

export interface FileFacts {
  readonly path: string;
  readonly cplusplus: boolean;
  readonly byteLength: number;
  readonly occurrences: readonly Occurrence[];
  /** Names that are called at least once and of which no place is kept. */
  readonly counted: readonly string[];
  readonly macros: readonly Macro[];
  readonly undefinitions: readonly Undefinition[];
  /** In the order of the text. None in headers, whose macros others see as well. */
  readonly own: readonly OwnMacro[];
  readonly definitions: readonly Definition[];
  /** Whether a program begins here: the file defines `main`. */
  readonly definesMain: boolean;
  readonly includes: readonly Include[];
  /** Whether an `#include` names a macro. */
  readonly computesIncludes: boolean;
  readonly paths: readonly PathLiteral[];
  readonly conditions: readonly ConditionGroup[];
  readonly problems: readonly FileProblem[];
}
