/**
 * A constant taken out of a list, or another one in its place.
 */
import type { SyntaxNode } from '#core/engine/engine.js';
import type { FlagEdit } from '#core/knowledge/schema.generated.js';
import { pathTo } from '#core/source/nodePath.js';
import type { ByteEdit } from './byteEdit.js';

/**
 * @param root tree of a text around the constant.
 * @param at its offset in that text.
 * @returns undefined where the constant is not handed over as a value.
 */
export function replacedFlag(
  root: SyntaxNode,
  at: number,
  name: string,
  edit: FlagEdit,
): ByteEdit | undefined {
  const path = pathTo(root, at, at + name.length);
  const flag = path.at(-1);
  if (flag?.type !== 'identifier' || flag.text !== name || !isHandedOver(path)) return undefined;
  const parent = path.at(-2);
  if (edit.flag !== '') return { start: flag.startIndex, end: flag.endIndex, text: edit.flag };
  if (parent && isList(parent)) return takenOut(flag, parent);
  return parent?.type === 'argument_list'
    ? { start: flag.startIndex, end: flag.endIndex, text: '0' }
    : undefined;
}

/** With the bar beside it. */
function takenOut(flag: SyntaxNode, list: SyntaxNode): ByteEdit | undefined {
  const left = list.childForFieldName('left');
  const right = list.childForFieldName('right');
  // A comment is a child as well, and would be lost.
  if (!left || !right || list.childCount !== 3) return undefined;
  return flag.startIndex === left.startIndex
    ? { start: flag.startIndex, end: right.startIndex, text: '' }
    : { start: left.endIndex, end: flag.endIndex, text: '' };
}

/**
 * Whether the constant, or the list that it stands in, becomes the value of something and is not compared or tested.
 * @param path from the root to the constant.
 */
function isHandedOver(path: readonly SyntaxNode[]): boolean {
  const flag = path.length - 1;
  const at = path.findLastIndex(
    (one, i) => i < flag && !isList(one) && one.type !== 'parenthesized_expression',
  );
  if (at < 0) return false;
  const parent = path[at];
  const node = path[at + 1];
  switch (parent.type) {
    case 'argument_list':
    case 'init_declarator':
    case 'initializer_list':
    case 'return_statement':
      return true;
    case 'assignment_expression':
      return parent.childForFieldName('right')?.startIndex === node.startIndex;
    case 'conditional_expression':
      return parent.childForFieldName('condition')?.startIndex !== node.startIndex;
    default:
      return false;
  }
}

function isList(node: SyntaxNode): boolean {
  return node.type === 'binary_expression' && node.childForFieldName('operator')?.type === '|';
}
