/**
 * A baseline as the text of a file that is kept under version control: sorted, a gap a line, and nothing in it that
 * changes with the line numbers.
 */
import { NO_FEATURES } from '../report/figure.js';
import { VERDICTS, type Verdict } from '../report/verdict.js';
import type { Baseline, BaselineGap, TargetBaseline } from './baseline.js';

/** Raised by one when a field changes its meaning or goes. */
export const BASELINE_VERSION = 1;

/** With how many of them there are where it is more than one. */
type Row = [feature: string, function_: string | null, lineHash: string | null, count?: number];

/** In pieces, a file with its gaps each. */
export function* baselineText({ madeBy, targets, gaps }: Baseline): Generator<string> {
  yield `{\n  "version": ${BASELINE_VERSION},\n  "unigap": ${JSON.stringify(madeBy)},\n  "targets": {`;
  yield* entries([...targets].sort(([a], [b]) => (a < b ? -1 : 1)).map(targetEntry));
  yield '},\n  "gaps": {';
  yield* entries(fileEntries(gaps));
  yield '}\n}\n';
}

/** Those of an object: without any it stands on one line. */
function* entries(texts: Iterable<string>): Generator<string> {
  let isFirst = true;
  for (const text of texts) {
    yield isFirst ? `\n${text}` : `,\n${text}`;
    isFirst = false;
  }
  if (!isFirst) yield '\n  ';
}

function targetEntry([text, { least, most, used, byBehaviour }]: [string, TargetBaseline]): string {
  const figure = JSON.stringify({ used, ...byBehaviour });
  return `    ${JSON.stringify(text)}: {\n      "least": "${least}",\n      "most": "${most}",\n      "figure": ${figure}\n    }`;
}

/** @param gaps by path. */
function* fileEntries(gaps: readonly BaselineGap[]): Generator<string> {
  for (let i = 0; i < gaps.length; ) {
    const { path } = gaps[i];
    const rows: string[] = [];
    for (; i < gaps.length && gaps[i].path === path; i++)
      rows.push(`      ${JSON.stringify(rowOf(gaps[i]))}`);
    yield `    ${JSON.stringify(path)}: [\n${rows.join(',\n')}\n    ]`;
  }
}

function rowOf({ feature, function: name, line, count }: BaselineGap): Row {
  const row: Row = [feature, name ?? null, line ?? null];
  if (count > 1) row.push(count);
  return row;
}

/** The baseline that a text holds, or what is wrong with it: a sentence to follow the name of the file. */
export function readBaseline(text: string): { value: Baseline } | { problem: string } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { problem: `is no JSON (${(error as Error).message})` };
  }
  if (!isRecord(document)) return { problem: 'is no baseline: it is no JSON object' };
  const { version, unigap, targets, gaps } = document;
  if (typeof version === 'number' && version > BASELINE_VERSION)
    return { problem: `was made by a newer unigap (it is of version ${version})` };
  if (version !== BASELINE_VERSION || typeof unigap !== 'string')
    return { problem: `is no baseline: "version" is not ${BASELINE_VERSION}, or "unigap" is no version` };
  if (!isRecord(targets) || !isRecord(gaps))
    return { problem: 'is no baseline: "targets" or "gaps" is no object' };
  const read: Baseline & { targets: Map<string, TargetBaseline>; gaps: BaselineGap[] } = {
    madeBy: unigap,
    targets: new Map(),
    gaps: [],
  };
  for (const [target, entry] of Object.entries(targets)) {
    const value = targetIn(entry);
    if (!value) return { problem: `is damaged: nobody can read what it says of the target "${target}"` };
    read.targets.set(target, value);
  }
  for (const [path, rows] of Object.entries(gaps)) {
    for (const row of Array.isArray(rows) ? rows : [undefined]) {
      const gap = gapIn(path, row);
      if (!gap) return { problem: `is damaged: nobody can read a gap that it lists of "${path}"` };
      read.gaps.push(gap);
    }
  }
  return { value: read };
}

function targetIn(entry: unknown): TargetBaseline | undefined {
  if (!isRecord(entry) || !isVerdict(entry.least) || !isVerdict(entry.most)) return undefined;
  const { least, most, figure } = entry;
  if (!isRecord(figure) || !isCount(figure.used)) return undefined;
  const byBehaviour = { ...NO_FEATURES };
  for (const behaviour of Object.keys(NO_FEATURES) as (keyof typeof NO_FEATURES)[]) {
    const count = figure[behaviour];
    if (!isCount(count)) return undefined;
    byBehaviour[behaviour] = count;
  }
  return { least, most, used: figure.used, byBehaviour };
}

function gapIn(path: string, row: unknown): BaselineGap | undefined {
  if (!Array.isArray(row)) return undefined;
  const [feature, name, line, count = 1] = row as Partial<Row>;
  if (typeof feature !== 'string' || !isTextOrNull(name) || !isTextOrNull(line)) return undefined;
  if (!isCount(count) || count < 1) return undefined;
  return { feature, path, function: name ?? undefined, line: line ?? undefined, count };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isVerdict(value: unknown): value is Verdict {
  return (VERDICTS as readonly unknown[]).includes(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
