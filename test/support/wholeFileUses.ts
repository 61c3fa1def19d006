/**
 * What a tree of a whole file says about the names of the platform in it. It shares no code with the scan, which
 * reads tokens and asks trees of single regions only.
 */
import type { SyntaxNode } from '#core/engine/engine.js';

/**
 * Offset, name and shape of each use: `12 fork call`.
 * @param inStd those of the names that C++ has in its namespace std.
 */
export function wholeFileUses(
  root: SyntaxNode,
  names: ReadonlySet<string>,
  inStd: ReadonlySet<string>,
): string[] {
  const found: { readonly use: string; readonly name: string; readonly item: SyntaxNode }[] = [];
  const fileVariables = new Set<string>();
  const itemVariables = new Map<number, Set<string>>();
  for (const { node, item } of identifiers(root, root)) {
    const name = node.text;
    if (!names.has(name)) continue;
    const shape = shapeOf(node, inStd);
    if (shape === 'variable') {
      if (isFileLevel(node)) fileVariables.add(name);
      else itemVariables.set(item.startIndex, (itemVariables.get(item.startIndex) ?? new Set()).add(name));
    } else if (shape !== 'other') found.push({ use: `${node.startIndex} ${name} ${shape}`, name, item });
  }
  return found
    .filter(({ name, item }) => !fileVariables.has(name) && !itemVariables.get(item.startIndex)?.has(name))
    .map(({ use }) => use);
}

/** Whether a tree has no part that the parser did not understand. */
export function isWithoutErrors(node: SyntaxNode): boolean {
  if (node.type === 'ERROR') return false;
  if (node.childCount === 0) return node.endIndex > node.startIndex || node.parent === null;
  return children(node).every(isWithoutErrors);
}

/** Identifiers with the function, declaration or statement at file level that they stand in. */
function* identifiers(node: SyntaxNode, item: SyntaxNode): Generator<{ node: SyntaxNode; item: SyntaxNode }> {
  for (const child of children(node)) {
    if (child.type === 'identifier') yield { node: child, item };
    else yield* identifiers(child, isTransparent(node) ? child : item);
  }
}

/** What holds items of a file rather than being one. */
function isTransparent(node: SyntaxNode): boolean {
  if (node.type === 'translation_unit' || node.type === 'linkage_specification') return true;
  if (node.type.startsWith('preproc_') || node.type.startsWith('namespace_definition')) {
    return node.parent !== null && isTransparent(node.parent);
  }
  return node.type === 'declaration_list' && node.parent !== null && isTransparent(node.parent);
}

function isFileLevel(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'function_definition' || at.type === 'parameter_list') return false;
  }
  return true;
}

function shapeOf(node: SyntaxNode, inStd: ReadonlySet<string>): 'call' | 'value' | 'variable' | 'other' {
  let at = node;
  let parent = node.parent;
  if (parent?.type === 'qualified_identifier') {
    const scope = parent.childForFieldName('scope');
    if (scope && (scope.text !== 'std' || !inStd.has(node.text))) return 'other';
    at = parent;
    parent = at.parent;
  }
  while (
    parent &&
    ['cast_expression', 'pointer_expression', 'parenthesized_expression'].includes(parent.type)
  ) {
    // `type (*fork)(void) = choose()` reads as a call with an argument that is dereferenced.
    if (parent.type === 'pointer_expression' && parent.child(0)?.type === '*' && !isCalled(parent))
      return 'variable';
    at = parent;
    parent = at.parent;
  }
  const isField = (field: string): boolean => parent?.childForFieldName(field)?.startIndex === at.startIndex;
  switch (parent?.type) {
    case 'call_expression':
      return at === node || at.type === 'qualified_identifier'
        ? 'call'
        : isField('function')
          ? 'value'
          : 'other';
    case 'argument_list':
    case 'initializer_list':
    case 'return_statement':
    case 'comma_expression':
      return 'value';
    case 'assignment_expression':
      return isField('left') ? 'variable' : 'value';
    case 'init_declarator':
      return isField('declarator') ? 'variable' : 'value';
    case 'initializer_pair':
      return isField('value') ? 'value' : 'other';
    case 'conditional_expression':
      return isField('condition') ? 'other' : 'value';
    case 'subscript_expression':
      return isField('argument') ? 'variable' : 'other';
    case 'field_expression':
    case 'update_expression':
    case 'declaration':
    case 'parameter_declaration':
    case 'pointer_declarator':
    case 'array_declarator':
    case 'enumerator':
      return isFunctionDeclared(at) ? 'other' : 'variable';
    default:
      return 'other';
  }
}

/** `(*fork)()` */
function isCalled(pointer: SyntaxNode): boolean {
  const { parent } = pointer;
  const call = parent?.parent;
  return (
    parent?.type === 'parenthesized_expression' &&
    call?.type === 'call_expression' &&
    call.childForFieldName('function')?.startIndex === parent.startIndex
  );
}

/** `char *fork(void)` declares a function, `char *fork` and `(*fork)(void)` variables. */
function isFunctionDeclared(node: SyntaxNode): boolean {
  return node.parent?.type === 'function_declarator';
}

function children(node: SyntaxNode): SyntaxNode[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index)).filter(
    (child) => child !== null,
  );
}
