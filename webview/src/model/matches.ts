/**
 * The gaps that a filter leaves, with their severity on the targets that are shown.
 */
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import { PLACE_KINDS } from '#core/report/placeKind.js';
import type { Filter } from './filter.js';
import type { GapTable } from './gapTable.js';

export interface Matches {
  /** In the order of the document, of the family that the filter names. */
  readonly gaps: readonly number[];
  /** The same of all families: what another family would show. */
  readonly ofAllFamilies: readonly number[];
  /** For every gap of the table: 0 where it is none on the targets shown, then the index in SEVERITIES and one. */
  readonly severity: Uint8Array;
}

const CONDITIONAL = PLACE_KINDS.indexOf('conditional');

export function matchesOf(table: GapTable, filter: Filter): Matches {
  const severity = shownSeverities(table, filter);
  const isShown = SEVERITIES.map((one) => !filter.hiddenSeverities.includes(one));
  const words = wordsOf(filter.text).map((word) => ({
    inPath: hits(table.paths, word),
    inMessage: hits(table.messages, word),
  }));
  // A family of which this document has no gap is no reason to show none.
  const family = table.families.indexOf(filter.family);
  const gaps: number[] = [];
  const ofAllFamilies: number[] = [];
  for (let i = 0; i < table.size; i++) {
    if (severity[i] === 0 || !isShown[severity[i] - 1]) continue;
    if (filter.hidesConditional && table.kind[i] === CONDITIONAL) continue;
    if (!words.every(({ inPath, inMessage }) => inPath[table.path[i]] || inMessage[table.message[i]]))
      continue;
    ofAllFamilies.push(i);
    if (family < 0 || table.family[i] === family) gaps.push(i);
  }
  return { gaps, ofAllFamilies, severity };
}

/** The severity of a gap in a column of severities. */
export function severityAt(severity: Uint8Array, gap: number): Severity {
  return SEVERITIES[severity[gap] - 1];
}

function shownSeverities({ document, size, severities }: GapTable, filter: Filter): Uint8Array {
  const columns = document.targets.flatMap(({ target }, i) =>
    filter.hiddenTargets.includes(target) ? [] : [i],
  );
  const count = document.targets.length;
  const worst = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    for (const column of columns) {
      const severity = severities[i * count + column];
      if (severity > worst[i]) worst[i] = severity;
    }
  }
  return worst;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Which of the texts have a word, in upper or lower case. */
function hits(texts: readonly string[], word: string): Uint8Array {
  return Uint8Array.from(texts, (text) => (text.toLowerCase().includes(word) ? 1 : 0));
}
