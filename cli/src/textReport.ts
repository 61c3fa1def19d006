/**
 * The report for a terminal: verdicts first, then what blocks, then the rest by family, then what was skipped.
 */
import type { Gap } from '#core/gaps/gap.js';
import type { Severity } from '#core/gaps/severity.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { gapDetail, gapMessage } from '#core/messages/gapMessage.js';
import type { Report, TargetReport } from '#core/report/report.js';
import type { ScanContext } from './scanCommand.js';
import type { Style } from './style.js';
import { verdictLines } from './verdictText.js';

/** Places of one feature in a family's list; the rest are counted. */
const PLACES_SHOWN = 5;
const SKIPPED_SHOWN = 20;

export function textReport(report: Report, context: ScanContext, knowledge: Knowledge, style: Style): string {
  const real = report.gaps.filter((gap) => gap.use.tags.length === 0);
  const blockers = real.filter((gap) => gap.severity === 'error');
  const rest = real.filter((gap) => gap.severity !== 'error');
  const lines = [
    `${style.bold('Port readiness')} of ${context.roots.join(', ')}`,
    `${count(report.filesScanned, 'file')}, ${megabytes(report.bytesScanned)} of C and C++${ignoredText(context)}`,
    '',
    ...report.targets.flatMap((target: TargetReport) => verdictLines(target, style)),
    ...blockerLines(blockers, knowledge, style),
    ...familyLines(rest, knowledge, style),
    ...asideLines(report.gaps, style),
    ...skippedLines(report, style),
  ];
  return `${lines.join('\n')}\n`;
}

function blockerLines(gaps: readonly Gap[], knowledge: Knowledge, style: Style): string[] {
  if (gaps.length === 0) return [];
  const lines = [style.bold(`Blockers (${gaps.length})`)];
  const explained = new Set<string>();
  for (const gap of inOrder(gaps)) {
    lines.push(gapLine(gap, knowledge, style));
    if (explained.has(gap.use.feature)) continue;
    explained.add(gap.use.feature);
    lines.push(...explanation(gap, knowledge, style));
  }
  return [...lines, ''];
}

/** The statements' own words, once a feature, and where to read more. */
function explanation(gap: Gap, knowledge: Knowledge, style: Style): string[] {
  const lines: string[] = [];
  for (const one of gap.targets) {
    const detail = gapDetail(one);
    const name = knowledge.targets.get(one.target.id)?.name ?? one.target.id;
    if (detail !== '') lines.push(style.dim(`    ${name}: ${detail}`));
  }
  lines.push(style.dim(`    More: unigap explain ${gap.use.feature}`));
  return lines;
}

function familyLines(gaps: readonly Gap[], knowledge: Knowledge, style: Style): string[] {
  const byFamily = new Map<string, Map<string, Gap[]>>();
  for (const gap of inOrder(gaps)) {
    const family = knowledge.features.get(gap.use.feature)?.family ?? '';
    const features = byFamily.get(family) ?? new Map<string, Gap[]>();
    byFamily.set(family, features);
    const key = `${gap.severity} ${gapMessage(gap, knowledge)}`;
    const list = features.get(key);
    if (list) list.push(gap);
    else features.set(key, [gap]);
  }
  const lines: string[] = [];
  const title = (id: string): string => knowledge.families.get(id)?.title ?? id;
  for (const [family, features] of [...byFamily].sort((a, b) => title(a[0]).localeCompare(title(b[0])))) {
    const total = [...features.values()].reduce((sum, list) => sum + list.length, 0);
    lines.push(style.bold(`${title(family)} (${total})`));
    for (const list of features.values()) {
      lines.push(`  ${severityText(list[0].severity, style)} ${gapMessage(list[0], knowledge)}`);
      const places = list.slice(0, PLACES_SHOWN).map((gap) => placeText(gap));
      const more = list.length > PLACES_SHOWN ? ` and ${list.length - PLACES_SHOWN} more` : '';
      lines.push(style.dim(`      ${places.join('  ')}${more}`));
    }
    lines.push('');
  }
  return lines;
}

/** Gaps in tests, examples and macro bodies: counted, not listed. */
function asideLines(gaps: readonly Gap[], style: Style): string[] {
  const aside = gaps.filter((gap) => gap.use.tags.length > 0);
  if (aside.length === 0) return [];
  const inTests = aside.filter(({ use }) => use.tags.includes('test') || use.tags.includes('example')).length;
  const inMacros = aside.length - inTests;
  const parts = [
    ...(inTests > 0 ? [`${inTests} in tests and examples`] : []),
    ...(inMacros > 0 ? [`${inMacros} in macro bodies (told where the macros are used)`] : []),
  ];
  return [style.dim(`Not listed: ${parts.join(', ')}.`), ''];
}

function skippedLines(report: Report, style: Style): string[] {
  const entries = [...report.skipped, ...report.problems];
  if (entries.length === 0) return [];
  const lines = [style.bold(`Skipped (${entries.length})`)];
  for (const { path, reason } of entries.slice(0, SKIPPED_SHOWN)) lines.push(`  ${path}: ${reason}`);
  if (entries.length > SKIPPED_SHOWN)
    lines.push(style.dim(`  and ${entries.length - SKIPPED_SHOWN} more; --format json lists all`));
  return [...lines, ''];
}

function gapLine(gap: Gap, knowledge: Knowledge, style: Style): string {
  return `${style.bold(placeText(gap))}: ${severityText(gap.severity, style)} ${gapMessage(gap, knowledge)}`;
}

function placeText({ use }: Gap): string {
  return `${use.path}:${use.line + 1}:${use.column + 1}`;
}

function severityText(severity: Severity, style: Style): string {
  if (severity === 'error') return style.red('error:');
  return severity === 'warning' ? style.yellow('warning:') : style.blue('information:');
}

function inOrder(gaps: readonly Gap[]): Gap[] {
  return [...gaps].sort((a, b) =>
    a.use.path < b.use.path ? -1 : a.use.path > b.use.path ? 1 : a.use.start - b.use.start,
  );
}

function ignoredText(context: ScanContext): string {
  if (context.ignoreDropped) return '; .gitignore leaves out every file and was not followed';
  return context.ignored > 0 ? `; ${count(context.ignored, 'file')} left out by .gitignore` : '';
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
