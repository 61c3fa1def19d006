/**
 * Where a gap of the document stands in the report: with the program, under a condition, or apart from both.
 */
import type { GapDocument } from './gapDocument.js';

/** `test` is a test or an example, `replacement` a stand-in for what a platform lacks. */
export type PlaceKind =
  | 'program'
  | 'conditional'
  | 'test'
  | 'replacement'
  | 'macro-body'
  | 'not-included'
  | 'not-built';

export const PLACE_KINDS: readonly PlaceKind[] = [
  'program',
  'conditional',
  'test',
  'replacement',
  'macro-body',
  'not-included',
  'not-built',
];

/** What gaps apart from the program are called, to follow a number. */
export const APART: readonly (readonly [kind: PlaceKind, words: string])[] = [
  ['test', 'in tests and examples'],
  ['replacement', 'in stand-ins for functions that a platform lacks'],
  ['macro-body', 'in macro bodies (told where the macros are used)'],
  ['not-included', 'in headers that no file includes'],
  ['not-built', 'in files that the build leaves out'],
];

export function placeKindOf({ tags }: Pick<GapDocument, 'tags'>): PlaceKind {
  if (tags.length === 0) return 'program';
  if (tags.includes('not-built')) return 'not-built';
  if (tags.includes('test') || tags.includes('example')) return 'test';
  if (tags.includes('replacement')) return 'replacement';
  if (tags.includes('macro-body')) return 'macro-body';
  if (tags.includes('not-included')) return 'not-included';
  return tags.includes('conditional') ? 'conditional' : 'program';
}

/** How many gaps are apart from the program, each kind by itself: `12 in tests and examples`. */
export function apartCounts<T>(gaps: readonly T[], tagged: (gap: T) => Pick<GapDocument, 'tags'>): string[] {
  const counts = new Map<PlaceKind, number>();
  for (const gap of gaps) {
    const kind = placeKindOf(tagged(gap));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return APART.flatMap(([kind, words]) => {
    const count = counts.get(kind);
    return count ? [`${count.toLocaleString('en')} ${words}`] : [];
  });
}

/** The conditions of a gap as one text, the outermost first. */
export function conditionsText({ conditions }: Pick<GapDocument, 'conditions'>): string {
  if (conditions.length === 0) return 'a condition of the build';
  if (conditions.length === 1) return conditions[0];
  return conditions.map((one) => (one.includes('||') ? `(${one})` : one)).join(' and ');
}
