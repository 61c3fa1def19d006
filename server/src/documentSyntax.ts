/**
 * Syntax of the parts of a document that somebody asks about. Offsets are bytes of its UTF-8 text, as in uses.
 */
import type { Position, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { latin1 } from '#core/c/directive.js';
import type { Grammar, SyntaxEngine, SyntaxNode } from '#core/engine/engine.js';
import { sourceLanguage } from '#core/scan/language.js';
import { nodesBelow } from '#core/source/nodePath.js';
import { regionAround, type TextRegion } from '#core/source/regionAround.js';
import { type ByteEdit, withEdits } from './codeActions/byteEdit.js';
import type { Services } from './services.js';

export class DocumentSyntax {
  private constructor(
    private readonly engine: SyntaxEngine,
    readonly grammar: Grammar,
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

  /** Whether changes, which do not overlap, leave no more places that the grammar does not understand. */
  parsesAsWellWith(edits: readonly ByteEdit[]): boolean {
    const start = Math.min(...edits.map((one) => regionAround(this.text, one.start).start));
    const end = Math.max(...edits.map((one) => regionAround(this.text, one.end).end));
    const text = this.text.slice(start, end);
    const moved = edits.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return this.errorsIn(withEdits(text, moved)) <= this.errorsIn(text);
  }

  /** A change as the protocol has it. */
  textEdit({ start, end, text }: ByteEdit): TextEdit {
    return { range: { start: this.positionOf(start), end: this.positionOf(end) }, newText: decoded(text) };
  }

  /** Zero-based line of an offset. */
  lineOf(offset: number): number {
    let line = 0;
    for (let at = this.text.indexOf('\n'); at >= 0 && at < offset; at = this.text.indexOf('\n', at + 1))
      line++;
    return line;
  }

  private positionOf(offset: number): Position {
    const lineStart = this.text.lastIndexOf('\n', offset - 1) + 1;
    return { line: this.lineOf(offset), character: decoded(this.text.slice(lineStart, offset)).length };
  }

  private errorsIn(text: string): number {
    const tree = this.engine.parse(this.grammar, text);
    try {
      let errors = 0;
      for (const { type } of nodesBelow(tree.rootNode)) if (type === 'ERROR') errors++;
      return errors;
    } finally {
      tree.delete();
    }
  }
}

/** A text of one character a byte as what it is in UTF-8. */
export function decoded(bytes: string): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true }); // a mark at the start counts for columns
  return decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
