/**
 * Measures what the report page computes at each key stroke in its filter: `node out/tools/bench/reportFilter.js
 * [GAPS]`. It is processor time, from the first key on, so that what else runs on the machine does not count. Exit
 * status: 0 the bar is reached, 1 it is missed.
 */
import { argv, cpuUsage, stdout } from 'node:process';
import { NO_FILTER } from '#webview/model/filter.js';
import { type GapTable, gapTableOf } from '#webview/model/gapTable.js';
import { byFamily, byFile, messageGroups } from '#webview/model/groups.js';
import { matchesOf } from '#webview/model/matches.js';
import { sectionsOf } from '#webview/model/sections.js';
import { generateReport } from './generateReport.js';
import { median } from './median.js';

/** Longer, and typing does not feel immediate. */
const BAR_MILLISECONDS = 100;

const TYPED = 'module3 call_77';
const size = Number(argv[2] ?? 50_000);
const document = generateReport(size);
const [tableTime, table] = timed(() => gapTableOf(document));
const times = [...TYPED].map((_, i) => timed(() => keyStroke(table, TYPED.slice(0, i + 1)))[0]);
const worst = Math.max(...times);
stdout.write(
  `${size} gaps: table once ${tableTime.toFixed(1)} ms; a key stroke ${median(times).toFixed(1)} ms, ` +
    `at worst ${worst.toFixed(1)} ms (bar ${BAR_MILLISECONDS} ms)\n`,
);
process.exitCode = worst <= BAR_MILLISECONDS ? 0 : 1;

/** All that is computed between a key and the first change of the page, with both groupings. */
function keyStroke(from: GapTable, text: string): void {
  const matches = matchesOf(from, { ...NO_FILTER, text });
  const { blockers, others } = sectionsOf(from, matches);
  messageGroups(from, blockers, matches.severity);
  byFamily(from, matches.ofAllFamilies, matches.severity);
  byFamily(from, others, matches.severity);
  byFile(from, others, matches.severity);
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const start = cpuUsage();
  const result = work();
  const { user, system } = cpuUsage(start);
  return [(user + system) / 1000, result];
}
