/**
 * What the figures have to reach.
 */
import type { Totals } from './totals.js';

export interface Bar {
  readonly text: string;
  readonly value: number;
  readonly least: number;
}

/** @param all every use, @param untagged those of which the scan tells no doubt. */
export function bars(all: Totals, untagged: Totals): Bar[] {
  return [
    { text: 'all uses: direct sites found', value: all.directFound, least: 0.995 },
    { text: 'all uses: sites hidden behind a macro, of 66', value: all.sites['indirect-found'], least: 55 },
    { text: 'untagged: true findings over all findings', value: untagged.trueFindings, least: 0.9 },
    { text: 'untagged: direct sites found', value: untagged.directFound, least: 0.58 },
    { text: 'all uses: imports found', value: all.recall, least: 0.985 },
    { text: 'untagged: found names that are imported', value: untagged.precision, least: 0.9 },
    { text: 'untagged: imports found', value: untagged.recall, least: 0.75 },
  ];
}
