/**
 * Ways through a tree that take as long as it is deep or large: a node's parent is looked for from the root each time.
 */
import type { SyntaxNode } from '../engine/engine.js';

/** From the root to the smallest node around a place. */
export function pathTo(root: SyntaxNode, start: number, end = start + 1): SyntaxNode[] {
  const path = [root];
  for (let node = childAround(root, start, end); node; node = childAround(node, start, end)) path.push(node);
  return path;
}

/** All nodes of a tree. Not by recursion: source may be deeper than the stack. */
export function* nodesBelow(root: SyntaxNode): Generator<SyntaxNode> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (let i = node.childCount - 1; i >= 0; i--) {
      const child = node.child(i);
      if (child) open.push(child);
    }
  }
}

/** Children stand in order and do not overlap. */
function childAround(node: SyntaxNode, start: number, end: number): SyntaxNode | undefined {
  let low = 0;
  let high = node.childCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    const child = node.child(middle);
    if (child && child.endIndex > start) high = middle;
    else low = middle + 1;
  }
  const child = low < node.childCount ? node.child(low) : null;
  return child && child.startIndex <= start && child.endIndex >= end ? child : undefined;
}
