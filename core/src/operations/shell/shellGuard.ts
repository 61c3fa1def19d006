/**
 * Tests in a script for whether a program is there, around the commands that start it.
 */
import type { SyntaxNode } from '../../engine/engine.js';

/** Conditions are told in one line of at most so many characters. */
const LONGEST = 80;

/** The condition that looks for a program before the command starts it, as it is written; undefined where none does. */
export function guardAround(command: SyntaxNode, program: string): string | undefined {
  const name = program.replace(/[^\w-]/g, '\\$&');
  const looksFor = new RegExp(
    `\\b(?:command\\s+-[vV]|which|type(?:\\s+-\\w+)*|hash)\\s+(?:\\S*/)?${name}(?![\\w.-])|-x\\s+["']?\\S*/${name}["']?\\s*\\]`,
  );
  let inner = command;
  for (let node = command.parent; node; node = node.parent) {
    const before = node.type === 'if_statement' || node.type === 'list' ? textBefore(node, inner) : '';
    const condition = before === '' ? undefined : looksFor.exec(before);
    if (condition) return (node.type === 'list' ? before : conditionOf(node)).trim().slice(0, LONGEST);
    inner = node;
  }
  return undefined;
}

/** What stands in a node in front of the part in which a place is. */
function textBefore(node: SyntaxNode, part: SyntaxNode): string {
  const text = node.text.slice(0, part.startIndex - node.startIndex);
  // The condition itself looks, and starts nothing.
  return node.type === 'if_statement' && !/\bthen\b/.test(text) ? '' : text.replace(/&&\s*$/, '');
}

function conditionOf(statement: SyntaxNode): string {
  const condition = statement.childForFieldName('condition');
  return (condition?.text ?? statement.text).split('\n', 1)[0];
}
