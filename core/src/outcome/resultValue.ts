/**
 * Values of C expressions in which one thing is known: what a call returned.
 */

import type { SyntaxNode } from '../engine/engine.js';
import { applyOperator } from '../guards/applyOperator.js';
import { integerOf } from '../source/integer.js';

/** What is known: the value of the call itself, and of the variable that it went into. */
export interface KnownResult {
  readonly value: number;
  /** Offsets of the call in the parsed text. */
  readonly start: number;
  readonly end: number;
  /** The variable or member that holds the value, as it is written. */
  readonly variable: string | undefined;
}

/** The number that a statement's `returns` stands for; undefined if it stands for none. */
export function returnedNumber(returns: string | undefined): number | undefined {
  if (returns === undefined) return undefined;
  if (returns === 'NULL' || returns === 'false') return 0;
  if (returns === 'true') return 1;
  if (/^(?:SIG_ERR|MAP_FAILED|SEM_FAILED|\(\w+ ?\*?\) ?-1)$/.test(returns)) return -1;
  return /^-?\d+$/.test(returns) ? Number(returns) : undefined;
}

/** Value of an expression; undefined if it hangs on anything else. */
export function evaluate(node: SyntaxNode, known: KnownResult): number | undefined {
  if (node.startIndex === known.start && node.endIndex === known.end) return known.value;
  switch (node.type) {
    case 'parenthesized_expression':
      return child(node, 1, known);
    case 'cast_expression':
      return field(node, 'value', known);
    case 'number_literal': {
      const value = integerOf(node.text);
      return Number.isNaN(value) ? undefined : value;
    }
    case 'identifier':
    case 'field_expression':
    case 'null':
    case 'true':
    case 'false':
      return node.text === known.variable ? known.value : NAMED[node.text];
    case 'assignment_expression':
      return operatorOf(node) === '=' ? field(node, 'right', known) : undefined;
    case 'unary_expression': {
      const value = field(node, 'argument', known);
      if (value === undefined) return undefined;
      const operator = operatorOf(node);
      return operator === '!'
        ? Number(value === 0)
        : operator === '-'
          ? -value
          : operator === '~'
            ? ~value
            : undefined;
    }
    case 'binary_expression':
      return binary(node, known);
    default:
      return undefined;
  }
}

/** Names that mean a number in every C program. */
const NAMED: Readonly<Record<string, number>> = {
  NULL: 0,
  nullptr: 0,
  false: 0,
  true: 1,
  SIG_ERR: -1,
  MAP_FAILED: -1,
  SEM_FAILED: -1,
};

function binary(node: SyntaxNode, known: KnownResult): number | undefined {
  const left = field(node, 'left', known);
  const right = field(node, 'right', known);
  const operator = operatorOf(node);
  if (operator === '&&') {
    if (left === 0 || right === 0) return 0;
    return left !== undefined && right !== undefined ? 1 : undefined;
  }
  if (operator === '||') {
    if ((left !== undefined && left !== 0) || (right !== undefined && right !== 0)) return 1;
    return left === 0 && right === 0 ? 0 : undefined;
  }
  if (left === undefined || right === undefined) return undefined;
  return operator === undefined ? undefined : applyOperator(operator, left, right);
}

function field(node: SyntaxNode, name: string, known: KnownResult): number | undefined {
  const inner = node.childForFieldName(name);
  return inner ? evaluate(inner, known) : undefined;
}

function child(node: SyntaxNode, index: number, known: KnownResult): number | undefined {
  const inner = node.child(index);
  return inner ? evaluate(inner, known) : undefined;
}

function operatorOf(node: SyntaxNode): string | undefined {
  return node.childForFieldName('operator')?.text;
}
