/**
 * Where the program goes on after a call that returns what a target lets it return: the branch that is taken.
 */
import type { SyntaxNode } from '../engine/engine.js';
import { nodesBelow, pathTo } from '../source/nodePath.js';
import { evaluate, type KnownResult } from './resultValue.js';

export type Outcome =
  /** Nobody looks at the result. */
  | { readonly kind: 'unchecked' }
  /** The result goes back to the caller as it is. */
  | { readonly kind: 'returned' }
  /** A condition on the result decides: offsets of what is run next, in the parsed text; undefined behind the block. */
  | {
      readonly kind: 'branch';
      readonly condition: Span;
      readonly isTrue: boolean;
      readonly next: Span | undefined;
    };

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Statements behind the call that are looked at for a condition on its result. */
const STATEMENTS_AHEAD = 12;

/** Nobody writes what is nested deeper, or a longer condition: reading one goes as deep as it does. */
const MOST_DEPTH = 500;
const LONGEST_CONDITION = 4000;

/**
 * @param root tree of a text around the call.
 * @param start offset of the called name in that text.
 * @param value what the call returns.
 * @returns undefined if the text does not tell.
 */
export function outcomeAt(root: SyntaxNode, start: number, value: number): Outcome | undefined {
  const path = pathTo(root, start);
  if (path.length > MOST_DEPTH) return undefined;
  const name = path.pop();
  const call = path.pop();
  if (!name || call?.type !== 'call_expression' || !isField(call, 'function', name)) return undefined;
  let known: KnownResult = { value, start: call.startIndex, end: call.endIndex, variable: undefined };
  let node = call;
  for (let parent = path.pop(); parent; node = parent, parent = path.pop()) {
    switch (parent.type) {
      case 'assignment_expression':
        if (!isField(parent, 'right', node)) return undefined;
        known = { ...known, variable: parent.childForFieldName('left')?.text };
        continue;
      case 'init_declarator':
        if (!isField(parent, 'value', node)) return undefined;
        known = { ...known, variable: parent.childForFieldName('declarator')?.text.replace(/^\*+/, '') };
        continue;
      case 'binary_expression':
      case 'unary_expression':
      case 'cast_expression':
        continue;
      case 'parenthesized_expression':
      case 'condition_clause': {
        const statement = path.at(-1);
        if (statement && CONDITIONAL.has(statement.type)) return decided(statement, parent, known);
        continue;
      }
      case 'for_statement':
      case 'conditional_expression':
        return undefined;
      case 'return_statement':
        return isResultItself(node, known) ? { kind: 'returned' } : undefined;
      case 'expression_statement':
        return known.variable === undefined
          ? isDropped(node, call)
            ? { kind: 'unchecked' }
            : undefined
          : ahead(parent, known);
      case 'declaration':
        return known.variable === undefined ? undefined : ahead(parent, known);
      default:
        return undefined;
    }
  }
  return undefined;
}

const CONDITIONAL = new Set(['if_statement', 'while_statement', 'do_statement', 'switch_statement']);

/** What a conditional statement does. */
function decided(statement: SyntaxNode, condition: SyntaxNode, known: KnownResult): Outcome | undefined {
  if (condition.endIndex - condition.startIndex > LONGEST_CONDITION) return undefined;
  if (statement.type === 'switch_statement') return switched(statement, condition, known);
  const value = evaluate(
    condition.type === 'condition_clause' ? (condition.child(1) ?? condition) : condition,
    known,
  );
  if (value === undefined) return undefined;
  const isTrue = value !== 0;
  const taken = isTrue
    ? (statement.childForFieldName('consequence') ?? statement.childForFieldName('body'))
    : elseOf(statement);
  const next = taken ? firstIn(taken) : nextStatement(statement);
  return { kind: 'branch', condition: spanOf(condition), isTrue, next: next && spanOf(next) };
}

function switched(statement: SyntaxNode, condition: SyntaxNode, known: KnownResult): Outcome | undefined {
  const value = evaluate(condition.child(1) ?? condition, known);
  const body = statement.childForFieldName('body');
  if (value === undefined || !body) return undefined;
  let standard: SyntaxNode | undefined;
  for (const branch of children(body)) {
    if (branch.type !== 'case_statement') continue;
    const label = branch.childForFieldName('value');
    if (!label) standard = branch;
    else if (evaluate(label, { ...known, start: -1, end: -1, variable: undefined }) === value) {
      return { kind: 'branch', condition: spanOf(condition), isTrue: true, next: spanOf(branch) };
    }
  }
  const next = standard ?? nextStatement(statement);
  return { kind: 'branch', condition: spanOf(condition), isTrue: true, next: next && spanOf(next) };
}

/** The first statement behind that asks for the variable which holds the result. */
function ahead(from: SyntaxNode, known: KnownResult): Outcome | undefined {
  let statement = nextStatement(from);
  for (let i = 0; i < STATEMENTS_AHEAD && statement; i++, statement = nextStatement(statement)) {
    const condition = CONDITIONAL.has(statement.type) ? statement.childForFieldName('condition') : undefined;
    if (condition && mentions(condition, known.variable as string))
      return decided(statement, condition, known);
    if (mentions(statement, known.variable as string)) return undefined;
  }
  return undefined;
}

function mentions(statement: SyntaxNode, variable: string): boolean {
  for (const node of nodesBelow(statement)) {
    if ((node.type === 'identifier' || node.type === 'field_expression') && node.text === variable)
      return true;
  }
  return false;
}

function elseOf(statement: SyntaxNode): SyntaxNode | undefined {
  const alternative = statement.childForFieldName('alternative');
  if (!alternative) return undefined;
  return alternative.type === 'else_clause' ? (alternative.child(1) ?? undefined) : alternative;
}

/** The first statement of a block, or the statement itself. */
function firstIn(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type !== 'compound_statement') return node;
  return children(node).find((inner) => isStatement(inner));
}

/** The statement behind, in the same block. */
function nextStatement(statement: SyntaxNode): SyntaxNode | undefined {
  const siblings = statement.parent ? children(statement.parent) : [];
  const at = siblings.findIndex((one) => one.startIndex === statement.startIndex);
  return siblings.slice(at + 1).find(isStatement);
}

function isStatement({ type }: SyntaxNode): boolean {
  return type.endsWith('_statement') || type === 'declaration';
}

/** Whether an expression is the call, perhaps cast to void. */
function isDropped(expression: SyntaxNode, call: SyntaxNode): boolean {
  let node = expression;
  while (node.type === 'cast_expression' || node.type === 'parenthesized_expression') {
    const inner = node.childForFieldName('value') ?? node.child(1);
    if (!inner) return false;
    node = inner;
  }
  return node.startIndex === call.startIndex && node.endIndex === call.endIndex;
}

function isResultItself(node: SyntaxNode, known: KnownResult): boolean {
  return node.startIndex === known.start && node.endIndex === known.end;
}

function isField(parent: SyntaxNode, name: string, node: SyntaxNode): boolean {
  const found = parent.childForFieldName(name);
  return found !== null && found.startIndex === node.startIndex && found.endIndex === node.endIndex;
}

function children(node: SyntaxNode): SyntaxNode[] {
  return Array.from({ length: node.childCount }, (_, i) => node.child(i)).filter((one) => one !== null);
}

function spanOf(node: SyntaxNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}
