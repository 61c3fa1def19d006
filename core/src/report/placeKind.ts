/**
 * Where a gap of the document stands in the report: with the program, under a condition, or apart from both.
 */
import type { GapDocument } from './reportDocument.js';

/** `test` is a test or an example, `replacement` a stand-in for what a platform lacks. */
export type PlaceKind = 'program' | 'conditional' | 'test' | 'replacement' | 'macro-body';

export const PLACE_KINDS: readonly PlaceKind[] = [
  'program',
  'conditional',
  'test',
  'replacement',
  'macro-body',
];

/** What gaps apart from the program are called, to follow a number. */
export const APART: readonly (readonly [kind: PlaceKind, words: string])[] = [
  ['test', 'in tests and examples'],
  ['replacement', 'in stand-ins for functions that a platform lacks'],
  ['macro-body', 'in macro bodies (told where the macros are used)'],
];

export function placeKindOf({ tags }: Pick<GapDocument, 'tags'>): PlaceKind {
  if (tags.length === 0) return 'program';
  if (tags.includes('test') || tags.includes('example')) return 'test';
  if (tags.includes('replacement')) return 'replacement';
  if (tags.includes('macro-body')) return 'macro-body';
  return tags.includes('conditional') ? 'conditional' : 'program';
}

/** The conditions of a gap as one text, the outermost first. */
export function conditionsText({ conditions }: Pick<GapDocument, 'conditions'>): string {
  if (conditions.length === 0) return 'a condition of the build';
  if (conditions.length === 1) return conditions[0];
  return conditions.map((one) => (one.includes('||') ? `(${one})` : one)).join(' and ');
}
