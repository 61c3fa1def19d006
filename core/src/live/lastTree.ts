/**
 * The tree of the region that was parsed last, for the next edit of it: parsing goes on from there.
 */
import type { Grammar, ParsedText, SyntaxEngine, SyntaxTree } from '../engine/engine.js';

export class LastTree {
  private last: (ParsedText & { readonly grammar: Grammar }) | undefined;

  /** The tree belongs to this object: the next call, or `delete`, frees it. */
  parse(engine: SyntaxEngine, grammar: Grammar, text: string): SyntaxTree {
    const { last } = this;
    const before = last?.grammar === grammar && isAlike(last.text, text) ? last : undefined;
    const tree = engine.parse(grammar, text, before);
    last?.tree.delete();
    this.last = { grammar, text, tree };
    return tree;
  }

  delete(): void {
    this.last?.tree.delete();
    this.last = undefined;
  }
}

/** Characters of both ends that are compared: another region seldom begins and ends with the same ones. */
const ENDS_COMPARED = 40;

/** Whether one text may be another state of the other. */
function isAlike(a: string, b: string): boolean {
  return (
    a.slice(0, ENDS_COMPARED) === b.slice(0, ENDS_COMPARED) ||
    a.slice(-ENDS_COMPARED) === b.slice(-ENDS_COMPARED)
  );
}
