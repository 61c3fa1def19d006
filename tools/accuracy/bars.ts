/**
 * What the figures have to reach.
 */
import type { Tally } from './tally.js';

export interface Bar {
  readonly text: string;
  readonly figure: string;
  readonly least: number;
  readonly isReached: boolean;
}

/** @param all every use, @param untagged those of which the scan tells no doubt. */
export function bars(all: Tally, untagged: Tally): Bar[] {
  const hidden = all.count('indirect-found', 'indirect-missed');
  return [
    share('all uses: direct sites found', all.directFound, 0.995),
    count(`all uses: sites behind a macro found, of ${hidden}`, all.count('indirect-found'), 55),
    share('untagged: true findings over all findings', untagged.trueFindings, 0.92),
    share('untagged: direct sites found', untagged.directFound, 0.72),
    share('all uses: imports found', all.recall, 0.985),
    share('untagged: found names that are imported', untagged.precision, 0.93),
    share('untagged: imports found', untagged.recall, 0.85),
  ];
}

/** @param untagged of packages that are scanned with their build. */
export function buildBars(untagged: Tally): Bar[] {
  return [
    share('with a build: true findings over all findings', untagged.trueFindings, 0.97),
    share('with a build: direct sites found', untagged.directFound, 0.985),
  ];
}

function share(text: string, value: number, least: number): Bar {
  return { text, figure: value.toFixed(4), least, isReached: value >= least };
}

function count(text: string, value: number, least: number): Bar {
  return { text, figure: String(value), least, isReached: value >= least };
}
