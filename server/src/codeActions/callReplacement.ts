/**
 * The text of another expression in the place of a call, made of its arguments.
 */
import type { SyntaxNode } from '#core/engine/engine.js';
import type { CallEdit, NameEdit } from '#core/knowledge/schema.generated.js';
import type { ByteEdit } from './byteEdit.js';

/**
 * @param root tree of a text around the call.
 * @param at offset of the called name in that text.
 * @returns undefined where the call is not one that this is meant for.
 */
export function replacedCall(
  root: SyntaxNode,
  at: number,
  name: string,
  edit: CallEdit,
): ByteEdit | undefined {
  const call = callAt(root, at, name)?.call;
  const found = call && argumentsOf(call);
  if (!found || found.length !== edit.count) return undefined;
  const isMeant = (edit.where ?? []).every((one) => one.in.includes(found[one.argument - 1].text));
  // What is written twice or not at all must do nothing but give its value.
  const isFaithful = found.every(
    (argument, index) => edit.call.split(`$${index + 1}`).length === 2 || isPlain(argument),
  );
  if (!isMeant || !isFaithful) return undefined;
  return { start: call.startIndex, end: call.endIndex, text: filled(edit.call, found) };
}

/** The same with another name. */
export function renamedCall(
  root: SyntaxNode,
  at: number,
  name: string,
  edit: NameEdit,
): ByteEdit | undefined {
  const called = callAt(root, at, name)?.called;
  return called && { start: called.startIndex, end: called.endIndex, text: edit.name };
}

/** The call of a name, also of `::name`; undefined where something else stands there. */
function callAt(
  root: SyntaxNode,
  at: number,
  name: string,
): { call: SyntaxNode; called: SyntaxNode } | undefined {
  const called = root.descendantForIndex(at, at + name.length - 1);
  if (called?.type !== 'identifier' || called.text !== name) return undefined;
  const isQualified = called.parent?.type === 'qualified_identifier' && called.parent.text === `::${name}`;
  const target = isQualified ? called.parent : called;
  const call = target?.parent;
  if (!target || call?.type !== 'call_expression') return undefined;
  return call.childForFieldName('function')?.startIndex === target.startIndex ? { call, called } : undefined;
}

/** Undefined where something stands between them that would be lost: a comment, a directive, an error. */
function argumentsOf(call: SyntaxNode): SyntaxNode[] | undefined {
  const list = call.childForFieldName('arguments');
  if (!list) return undefined;
  const found: SyntaxNode[] = [];
  for (let i = 0; i < list.childCount; i++) {
    const child = list.child(i);
    if (!child || /^(?:comment|ERROR|preproc.*)$/.test(child.type)) return undefined;
    if (!PUNCTUATION.has(child.type)) found.push(child);
  }
  return found;
}

const PUNCTUATION = new Set(['(', ')', ',']);

/** What has no effect and costs nothing. */
const PLAIN = new Set([
  'identifier',
  'number_literal',
  'char_literal',
  'string_literal',
  'null',
  'true',
  'false',
  'sizeof_expression',
]);
const PLAIN_INSIDE = new Set([
  'binary_expression',
  'cast_expression',
  'field_expression',
  'parenthesized_expression',
  'pointer_expression',
  'subscript_expression',
  'subscript_argument_list',
  'unary_expression',
]);
/** Parts of these that are no values. */
const NO_VALUE = new Set(['field_identifier', 'type_descriptor']);

function isPlain(expression: SyntaxNode): boolean {
  const open = [expression];
  for (let node = open.pop(); node; node = open.pop()) {
    if (PLAIN.has(node.type)) continue;
    if (!PLAIN_INSIDE.has(node.type)) return false;
    for (let i = 0; i < node.childCount; i++) {
      const child = node.child(i);
      if (child && /^\w/.test(child.type) && !NO_VALUE.has(child.type)) open.push(child);
    }
  }
  return true;
}

/** What needs no parentheses beside an operator. */
const CLOSED = new Set([
  'identifier',
  'number_literal',
  'char_literal',
  'string_literal',
  'null',
  'parenthesized_expression',
  'call_expression',
  'field_expression',
  'subscript_expression',
]);

function filled(template: string, found: readonly SyntaxNode[]): string {
  return template.replace(/(?<before>[(,]\s*)?\$(?<number>\d)(?=(?<after>\s*[,)])?)/g, (...match) => {
    const { before, number, after } = match.at(-1) as Record<
      'before' | 'number' | 'after',
      string | undefined
    >;
    const argument = found[Number(number) - 1];
    const isAlone = before !== undefined && after !== undefined;
    return `${before ?? ''}${isAlone || CLOSED.has(argument.type) ? argument.text : `(${argument.text})`}`;
  });
}
