/**
 * The second engine: the npm package tree-sitter with compiled grammars. It serves to check the one that ships;
 * the package and its grammars are handed in, so that nothing here loads native code.
 */
import type { Grammar, SyntaxEngine, SyntaxNode } from '../engine.js';

/** The parser class of the package `tree-sitter`. */
export interface NativeParserClass {
  new (): {
    setLanguage(language: unknown): void;
    parse(text: string): { readonly rootNode: unknown };
  };
}

export function createNativeEngine(
  ParserClass: NativeParserClass,
  languages: Readonly<Partial<Record<Grammar, unknown>>>,
): SyntaxEngine {
  return {
    parse(grammar, text) {
      const parser = new ParserClass();
      parser.setLanguage(languages[grammar]);
      // Its parser takes strings of less than 32 KiB at once only.
      const tree = (
        parser.parse as (input: string, old: undefined, options: object) => { rootNode: unknown }
      )(text, undefined, { bufferSize: Math.max(32768, text.length * 2 + 2) });
      return { rootNode: tree.rootNode as SyntaxNode, delete() {} };
    },
  };
}
