/**
 * Syntax of the parts of a document that somebody asks about. Offsets are bytes of its UTF-8 text, as in uses.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { latin1 } from '#core/c/directive.js';
import type { Grammar, SyntaxEngine, SyntaxNode } from '#core/engine/engine.js';
import { sourceLanguage } from '#core/scan/language.js';
import { regionAround, type TextRegion } from '#core/source/regionAround.js';
import type { Services } from './services.js';

export class DocumentSyntax {
  private constructor(
    private readonly engine: SyntaxEngine,
    private readonly grammar: Grammar,
    /** A character a byte. */
    readonly text: string,
  ) {}

  /** Undefined if there is no parser. */
  static async of(
    document: TextDocument,
    path: string,
    services: Services,
  ): Promise<DocumentSyntax | undefined> {
    const bytes = new TextEncoder().encode(document.getText());
    const grammar: Grammar = sourceLanguage(path)?.cplusplus ? 'cpp' : 'c';
    try {
      const engine = await services.engine(grammar);
      return new DocumentSyntax(engine, grammar, latin1(bytes, 0, bytes.length));
    } catch {
      return undefined; // told when files are read
    }
  }

  /** Asks about the top-level region around an offset; the tree is gone afterwards. */
  around<T>(offset: number, ask: (root: SyntaxNode, region: TextRegion) => T): T {
    const region = regionAround(this.text, offset);
    const tree = this.engine.parse(this.grammar, this.text.slice(region.start, region.end));
    try {
      return ask(tree.rootNode, region);
    } finally {
      tree.delete();
    }
  }

  /** Zero-based line of an offset. */
  lineOf(offset: number): number {
    let line = 0;
    for (let at = this.text.indexOf('\n'); at >= 0 && at < offset; at = this.text.indexOf('\n', at + 1))
      line++;
    return line;
  }
}
