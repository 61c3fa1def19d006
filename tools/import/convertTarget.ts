/**
 * Converts all facts of one target into statements.
 */
import type { Evidence } from '#core/knowledge/schema.generated.js';
import type { FactRow, ObservedRow, PresenceRow, WhenRow } from './factRow.js';
import { featureId, pathId } from './featureId.js';
import { isProbeError, observedEvidence } from './observation.js';
import { missingBefore } from './presence.js';
import { generalStatement, type StatementMap } from './statementMap.js';
import { statementOf, type TargetRules } from './statementOf.js';

/** What was taken over, and what was not. */
export interface ConversionCount {
  rows: number;
  /** Rows that repeat another: process 2. */
  repeated: number;
  cases: number;
  observations: number;
  /** Sentences about what could not be placed. */
  problems: string[];
  /** Observations that failed for reasons of the test, and so are not taken. */
  probeErrors: number;
}

export interface TargetFacts {
  readonly rows: readonly FactRow[];
  readonly when: readonly WhenRow[];
  readonly observed: readonly ObservedRow[];
  /** Names that versions before `presentSince` lack. */
  readonly presence: readonly PresenceRow[];
  readonly presentSince?: string;
}

/** Statements of a target by feature id, with counts. */
export function convertTarget(facts: TargetFacts, rules: TargetRules): [StatementMap, ConversionCount] {
  const map: StatementMap = new Map();
  const count: ConversionCount = {
    rows: 0,
    repeated: 0,
    cases: 0,
    observations: 0,
    problems: [],
    probeErrors: 0,
  };
  const ids = new Map<string, string>();
  const when = new Map(facts.when.map((row) => [featureId(row), row]));
  for (const row of facts.rows) addRow(row);
  for (const row of facts.when) {
    if (!map.has(featureId(row) ?? '')) count.problems.push(`cases of ${row.symbol}: no such row`);
  }
  copyProcessPaths(map);
  for (const row of facts.observed) attach(row, map, ids, count);
  for (const row of facts.presence) {
    const id = ids.get(`${row.kind} ${row.symbol}`);
    if (!id || !missingBefore(map, id, facts.presentSince ?? '')) {
      count.problems.push(`presence of ${row.kind} ${row.symbol}: no such row`);
    }
  }
  return [map, count];

  function addRow(row: FactRow): void {
    const id = featureId(row);
    if (!id) {
      count.repeated++;
      return;
    }
    if (map.has(id)) count.problems.push(`two rows for ${id}`);
    count.rows++;
    const cases = when.get(id);
    count.cases += cases?.cases.length ?? 0;
    ids.set(`${row.kind} ${row.symbol}`, id);
    map.set(id, { curated: isCurated(row, cases), statements: [statementOf(id, row, cases, rules)] });
  }
}

function isCurated(row: FactRow, when: WhenRow | undefined): boolean {
  return Boolean(row.curated || row.reviewed || row.basis === 'curated' || when || row.status === 'partial');
}

/** `/proc/self/x` is what programs write: it is there exactly if `/proc/[pid]/x` is. */
function copyProcessPaths(map: StatementMap): void {
  for (const [id, entry] of [...map]) {
    if (!id.startsWith('path/proc/[pid]/')) continue;
    const self = id.replace('[pid]', 'self');
    if (!map.has(self))
      map.set(self, { curated: entry.curated, statements: structuredClone(entry.statements) });
  }
}

function attach(
  row: ObservedRow,
  map: StatementMap,
  ids: ReadonlyMap<string, string>,
  count: ConversionCount,
): void {
  if (isProbeError(row)) {
    count.probeErrors++;
    return;
  }
  const id = observedId(row, ids);
  const entry = id === undefined ? undefined : map.get(id);
  if (!entry) {
    count.problems.push(`observation of ${row.kind} ${row.symbol} (${row.case}): no such row`);
    return;
  }
  const { evidence } = generalStatement(entry);
  for (const one of observedEvidence(row)) evidence.push(withoutRepeat(one, evidence));
  entry.curated = true;
  count.observations++;
  if (/^rumpfs root has no limit/.test(row.remark ?? '')) {
    map.get('trait/full-memory-file-system')?.statements[0].evidence.push(...observedEvidence(row));
  }
}

/** A remark is said once a statement. */
function withoutRepeat(one: Evidence, known: readonly Evidence[]): Evidence {
  if (!('observed' in one) || !one.remark) return one;
  const said = known.some((other) => 'remark' in other && other.remark === one.remark);
  return said ? { observed: one.observed } : one;
}

/** The id that an observation is about, also where its row is named otherwise. */
function observedId(row: ObservedRow, ids: ReadonlyMap<string, string>): string | undefined {
  const isPointerProbe =
    (row.symbol === 'FATAL-TRAP' && row.case === 'badptr') || row.case.startsWith('efault_');
  if (isPointerProbe) return 'trait/bad-pointer';
  const known = ids.get(`${row.kind} ${row.symbol}`);
  if (known) return known;
  if (row.symbol === '/dev') return pathId(/"([^"]+)"/.exec(row.observed.call ?? '')?.[1] ?? '');
  if (row.symbol.startsWith('SIOC*')) return 'function/ioctl';
  if (row.symbol === 'scm_udp') return 'function/sendmsg';
  if (row.symbol === 'getfsstat') return 'function/getvfsstat';
  if (row.kind === '?' && /^ret_/.test(row.symbol)) return 'trait/program-end';
  if (row.kind === 'procfile') return pathId(row.symbol.replace(/^(\/proc\/self\/fd)\/\d+$/, '$1'));
  return featureId(row);
}
