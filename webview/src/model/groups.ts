/**
 * Gaps put together under headings, and below those gaps that are told with the same words.
 */
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import type { GapTable } from './gapTable.js';
import { severityAt } from './matches.js';

/** Counts in the order of SEVERITIES. */
export type SeverityCounts = readonly number[];

export interface Group {
  /** Stays the same from filter to filter. */
  readonly key: string;
  readonly title: string;
  readonly gaps: readonly number[];
  readonly counts: SeverityCounts;
}

export interface MessageGroup {
  readonly severity: Severity;
  /** In the order of the document. */
  readonly gaps: readonly number[];
}

/** The heaviest family first. */
export function byFamily(table: GapTable, gaps: readonly number[], severity: Uint8Array): Group[] {
  const { families } = table.document;
  const groups = grouped(gaps, table.family, table.families, severity, (id) => families[id] ?? id);
  return groups.sort(byWeight);
}

/** In the order of paths. */
export function byFile(table: GapTable, gaps: readonly number[], severity: Uint8Array): Group[] {
  return grouped(gaps, table.path, table.paths, severity, (path) => path).sort(byTitle);
}

/** The condition with the heaviest gaps first. */
export function byCondition(table: GapTable, gaps: readonly number[], severity: Uint8Array): Group[] {
  return grouped(gaps, table.condition, table.conditions, severity, (text) => text).sort(byWeight);
}

/** The worst first, otherwise in the order of their first gaps. */
export function messageGroups(
  table: GapTable,
  gaps: readonly number[],
  severity: Uint8Array,
): MessageGroup[] {
  const groups = new Map<number, number[]>();
  for (const gap of gaps) {
    const key = table.message[gap] * (SEVERITIES.length + 1) + severity[gap];
    const group = groups.get(key);
    if (group) group.push(gap);
    else groups.set(key, [gap]);
  }
  return [...groups.values()]
    .map((list) => ({ severity: severityAt(severity, list[0]), gaps: list }))
    .sort((a, b) => severity[b.gaps[0]] - severity[a.gaps[0]]);
}

function grouped(
  gaps: readonly number[],
  column: Uint32Array,
  keys: readonly string[],
  severity: Uint8Array,
  titleOf: (key: string) => string,
): Group[] {
  const lists = new Map<number, number[]>();
  for (const gap of gaps) {
    const list = lists.get(column[gap]);
    if (list) list.push(gap);
    else lists.set(column[gap], [gap]);
  }
  return [...lists].map(([number, list]) => ({
    key: keys[number],
    title: titleOf(keys[number]),
    gaps: list,
    counts: countsOf(list, severity),
  }));
}

function countsOf(gaps: readonly number[], severity: Uint8Array): SeverityCounts {
  const counts = SEVERITIES.map(() => 0);
  for (const gap of gaps) counts[severity[gap] - 1]++;
  return counts;
}

function byWeight(a: Group, b: Group): number {
  for (let i = SEVERITIES.length - 1; i >= 0; i--) {
    if (a.counts[i] !== b.counts[i]) return b.counts[i] - a.counts[i];
  }
  return byTitle(a, b);
}

function byTitle(a: Group, b: Group): number {
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}
