/**
 * The port to a syntax parser. Texts are given as Latin-1, a character a byte, so that its indexes are byte
 * offsets. Both implementations hand out their own nodes, which fit `SyntaxNode` as they are.
 */
/** Grammars of source. */
export type SourceGrammar = 'c' | 'cpp';

export type Grammar = SourceGrammar | 'bash';

export interface SyntaxNode {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly parent: SyntaxNode | null;
  readonly text: string;
  readonly childCount: number;
  child(index: number): SyntaxNode | null;
  childForFieldName(name: string): SyntaxNode | null;
  descendantForIndex(start: number, end: number): SyntaxNode | null;
  /**
   * All nodes of these types in it, itself among them, in the order of the text. It is far quicker than to go from child to
   * child. `ERROR` is asked for by itself: among others it hides them.
   */
  descendantsOfType(types: string[]): (SyntaxNode | null)[];
}

export interface SyntaxTree {
  readonly rootNode: SyntaxNode;
  /** Frees the tree; it must not be used afterwards. */
  delete(): void;
}

/** A text with its tree. */
export interface ParsedText {
  readonly text: string;
  readonly tree: SyntaxTree;
}

export interface SyntaxEngine {
  /**
   * Parses a text; never throws on bad source.
   * @param before a tree of an earlier state of the text, which makes it faster. It is spent: all that is left to
   * do with it is to delete it.
   */
  parse(grammar: Grammar, text: string, before?: ParsedText): SyntaxTree;
}
