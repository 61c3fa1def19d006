/**
 * The figures of the sets side by side.
 */
import type { JudgementKind } from './judgement.js';
import type { ScoredSet } from './scoredSet.js';
import type { Tally } from './tally.js';

const TEXT_WIDTH = 44;
const FIGURE_WIDTH = 12;

export function table(sets: readonly ScoredSet[]): string {
  const row = (text: string, figure: (tally: Tally) => string): string => {
    const figures = sets.map(({ total }) => figure(total).padStart(FIGURE_WIDTH));
    return `${text.padEnd(TEXT_WIDTH)}${figures.join('')}\n`;
  };
  const counted = (text: string, kind: JudgementKind): string => row(text, (t) => String(t.count(kind)));
  const part = (text: string, found: JudgementKind, missed: JudgementKind): string =>
    row(text, (t) => `${t.count(found)}/${t.count(found, missed)}`);
  return [
    `${''.padEnd(TEXT_WIDTH)}${sets.map(({ title }) => title.padStart(FIGURE_WIDTH)).join('')}\n`,
    'Places\n',
    counted('  findings that a build proves', 'true'),
    counted('  in compiled code, without use there', 'false'),
    counted('  in code that the build left out', 'inactive'),
    counted('  in files that were not built', 'not-built'),
    counted('  in macros that nothing uses', 'macro-unused'),
    counted('  in macros that something uses', 'macro-used'),
    row('  true findings over all findings', (t) => t.trueFindings.toFixed(4)),
    part('  direct sites found', 'direct-found', 'direct-missed'),
    row('  direct sites found, share', (t) => t.directFound.toFixed(4)),
    part('  sites behind a macro found', 'indirect-found', 'indirect-missed'),
    part('  addresses in tables found', 'data-found', 'data-missed'),
    'Imports\n',
    counted('  names found and imported', 'import-found'),
    counted('  names found only', 'not-imported'),
    counted('  names imported only', 'import-missed'),
    row('  precision', (t) => t.precision.toFixed(4)),
    row('  recall', (t) => t.recall.toFixed(4)),
  ].join('');
}
