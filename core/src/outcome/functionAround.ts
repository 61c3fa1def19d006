/**
 * The function in whose body a place stands.
 */
import type { SyntaxNode } from '../engine/engine.js';
import { pathTo } from '../source/nodePath.js';

export interface FunctionPlace {
  /** Undefined for one whose declaration the grammar does not understand. */
  readonly name: string | undefined;
  /** Where the definition begins and ends, in the parsed text. */
  readonly start: number;
  readonly end: number;
}

export function functionAround(root: SyntaxNode, offset: number): FunctionPlace | undefined {
  const node = pathTo(root, offset).findLast(({ type }) => type === 'function_definition');
  return (
    node && { name: nameOf(node.childForFieldName('declarator')), start: node.startIndex, end: node.endIndex }
  );
}

/** The name inside pointers, parentheses and parameter lists. */
function nameOf(declarator: SyntaxNode | null): string | undefined {
  for (let node = declarator; node; node = node.childForFieldName('declarator')) {
    if (node.type.endsWith('identifier') || node.type === 'destructor_name') return node.text;
  }
  return undefined;
}
