/**
 * Which gap is told where: blockers, the others, those under conditions, and those that do not belong to the program.
 */
import { SEVERITIES } from '#core/gaps/severity.js';
import { PLACE_KINDS, type PlaceKind } from '#core/report/placeKind.js';
import type { GapTable } from './gapTable.js';
import type { Matches } from './matches.js';

export interface Sections {
  readonly blockers: readonly number[];
  readonly others: readonly number[];
  readonly conditional: readonly number[];
  /** Tests, stand-ins and macro bodies. */
  readonly apart: ReadonlyMap<PlaceKind, readonly number[]>;
  /** How many are in the first three. */
  readonly listed: number;
}

const ERROR = SEVERITIES.indexOf('error') + 1;

export function sectionsOf(table: GapTable, { gaps, severity }: Matches): Sections {
  const blockers: number[] = [];
  const others: number[] = [];
  const byKind = new Map<PlaceKind, number[]>(PLACE_KINDS.map((kind) => [kind, []]));
  for (const gap of gaps) {
    const kind = PLACE_KINDS[table.kind[gap]];
    if (kind === 'program') (severity[gap] === ERROR ? blockers : others).push(gap);
    else byKind.get(kind)?.push(gap);
  }
  const conditional = byKind.get('conditional') ?? [];
  byKind.delete('program');
  byKind.delete('conditional');
  const listed = blockers.length + others.length + conditional.length;
  return { blockers, others, conditional, apart: byKind, listed };
}

/** Whether a gap counts for the program: not in a test, a stand-in or a macro body. */
export function isListed(table: GapTable, gap: number): boolean {
  const kind = PLACE_KINDS[table.kind[gap]];
  return kind === 'program' || kind === 'conditional';
}
