/**
 * Asks a syntax tree about occurrences that tokens cannot decide: a name taken as a value, or a call that may be
 * a declaration. Only the top-level region around is parsed. A third of real C files do not parse without an
 * error, so what the tree does not know is decided by what the tokens suggest.
 */
import type { SyntaxEngine, SyntaxNode } from '../engine/engine.js';
import type { Occurrence } from '../facts/fileFacts.js';
import { latin1 } from './directive.js';
import type { DoubtfulRegion } from './occurrenceList.js';

/** Larger regions (generated tables) are not parsed: the tokens decide. In bytes. */
export const MAX_REGION = 200_000;

/** Occurrences that turn out to be no use. Regions are parsed in the file's grammar. */
export function rejectedOccurrences(
  bytes: Uint8Array,
  regions: readonly DoubtfulRegion[],
  grammar: 'c' | 'cpp',
  engine: SyntaxEngine,
): Set<Occurrence> {
  const rejected = new Set<Occurrence>();
  for (const region of regions) {
    if (region.end - region.start > MAX_REGION) {
      for (const occurrence of region.occurrences) if (occurrence.shape === 'value') rejected.add(occurrence);
      continue;
    }
    const tree = engine.parse(grammar, latin1(bytes, region.start, region.end));
    for (const occurrence of rejectedIn(tree.rootNode, region, grammar)) rejected.add(occurrence);
    tree.delete();
  }
  return rejected;
}

/** Occurrences of a region that its tree does not have as uses. */
export function rejectedIn(root: SyntaxNode, region: DoubtfulRegion, grammar: 'c' | 'cpp'): Occurrence[] {
  const declared = new Map<string, boolean>();
  return region.occurrences.filter((one) => !isUse(root, one, region.start, declared, grammar));
}

/** Whether the tree of a text has the occurrence as a use; `offset` is where the text begins in the file. */
export function isUse(
  root: SyntaxNode,
  occurrence: Pick<Occurrence, 'shape' | 'start' | 'end' | 'name' | 'isTableEntry'>,
  offset: number,
  declared: Map<string, boolean>,
  grammar: 'c' | 'cpp',
): boolean {
  const start = occurrence.start - offset;
  const node = root.descendantForIndex(start, occurrence.end - offset - 1);
  if (!node || node.startIndex !== start) return occurrence.isTableEntry;
  if (occurrence.shape === 'call') return isCall(node, grammar);
  if (isInError(node)) return occurrence.isTableEntry;
  if (node.type !== 'identifier' || !isValue(node)) return false;
  let own = declared.get(occurrence.name);
  if (own === undefined) {
    own = declares(root, occurrence.name);
    declared.set(occurrence.name, own);
  }
  return !own;
}

/** Conditions inside an initializer, among other things, are beyond the grammar. */
function isInError(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.type === 'ERROR') return true;
  return false;
}

function isCall(node: SyntaxNode, grammar: 'c' | 'cpp'): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === 'call_expression') return true;
  // `Timer alarm(30);` makes a variable.
  if (parent.type === 'init_declarator' && sameNode(parent.childForFieldName('declarator'), node))
    return false;
  if (parent.type !== 'function_declarator') return true;
  // In C++ `Process kill(pid, SIGTERM);` makes a variable too, if the word before it is no macro.
  const type = grammar === 'cpp' ? parent.parent?.childForFieldName('type')?.text : undefined;
  if (type !== undefined && !/^[A-Z_0-9]+$/.test(type)) return false;
  // `UNUSED read(fd, buffer, n);` reads as a declaration too: its parameters have no names.
  const parameters = parent.childForFieldName('parameters');
  for (let i = 0; i < (parameters?.childCount ?? 0); i++) {
    const parameter = parameters?.child(i);
    if (parameter?.type !== 'parameter_declaration') continue;
    if (parameter.childForFieldName('declarator') || parameter.child(0)?.type === 'primitive_type')
      return false;
  }
  return true;
}

/** Whether an identifier stands where a value is taken. */
function isValue(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  switch (parent.type) {
    case 'argument_list':
    case 'initializer_list':
    case 'return_statement':
    case 'comma_expression':
      return true;
    case 'init_declarator':
    case 'initializer_pair':
      return sameNode(parent.childForFieldName('value'), node);
    case 'assignment_expression':
      return sameNode(parent.childForFieldName('right'), node);
    case 'conditional_expression':
      return !sameNode(parent.childForFieldName('condition'), node);
    case 'cast_expression':
    case 'pointer_expression':
    case 'parenthesized_expression':
    case 'qualified_identifier':
      return isValue(parent);
    case 'call_expression':
      // `(fork)()`, `(*fork)()`, `((handler)fork)()`
      return sameNode(parent.childForFieldName('function'), node);
    default:
      return false;
  }
}

/** Whether the text gives the name a meaning of its own: a variable, a parameter, a member of an enumeration. */
function declares(root: SyntaxNode, name: string): boolean {
  const { text, startIndex } = root;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const start = startIndex + at;
    const node = root.descendantForIndex(start, start + name.length - 1);
    if (node?.type !== 'identifier' || node.startIndex !== start) continue;
    if (node.endIndex === start + name.length && isDeclarator(node)) return true;
  }
  return false;
}

function isDeclarator(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  switch (parent.type) {
    case 'declaration':
    case 'parameter_declaration':
    case 'pointer_declarator':
    case 'array_declarator':
    case 'enumerator':
    case 'optional_parameter_declaration':
    case 'reference_declarator':
      return true;
    case 'init_declarator':
      return sameNode(parent.childForFieldName('declarator'), node);
    case 'parameter_list':
      return true; // parameters of old C
    default:
      return false;
  }
}

function sameNode(a: SyntaxNode | null, b: SyntaxNode): boolean {
  return a !== null && a.startIndex === b.startIndex && a.endIndex === b.endIndex;
}
