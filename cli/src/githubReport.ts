/**
 * The report for the log of GitHub Actions: annotations at the worst gaps, as many as are shown, and the others as
 * lines of the log.
 */
import type { Gap } from '#core/gaps/gap.js';
import type { Severity } from '#core/gaps/severity.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { gapMessage } from '#core/messages/gapMessage.js';
import { countText, scanText } from '#core/messages/scanText.js';
import { VERDICT_MEANING, verdictWord } from '#core/messages/verdictText.js';
import { mainFolderFirst } from '#core/report/mainFolderFirst.js';
import { apartCounts } from '#core/report/placeKind.js';
import type { Report } from '#core/report/report.js';
import { targetDocument } from '#core/report/reportDocument.js';
import { utf16Length } from '#core/source/column.js';
import { NO_PLACE, type Use } from '#core/uses/use.js';
import { counts, sinceBaseline, withNewGapsOnly } from './newGaps.js';
import type { ScanContext } from './scan/reportScan.js';
import { scanCounts } from './scanDocument.js';

/** Annotations of one level that GitHub shows of a step. */
const SHOWN = 10;
/** Other places that an annotation names. */
const PLACES_SHOWN = 5;

const LEVELS: readonly (readonly [Severity, command: string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['information', 'notice'],
];

export function* githubReport(report: Report, context: ScanContext, knowledge: Knowledge): Generator<string> {
  const { compared, pathFromHere } = context;
  const scanned = scanText({ ...scanCounts(report, context), binaries: report.binaries });
  yield line(`Port readiness: ${scanned}`);
  for (const target of report.targets.map((target) => targetDocument(target, knowledge))) {
    yield line(`${target.name}: ${verdictWord(target)} (${VERDICT_MEANING[target.least]})`);
  }
  if (compared) for (const sentence of sinceBaseline(report, compared)) yield line(sentence);
  const apart = apartCounts(report.gaps, ({ use }) => use);
  if (apart.length > 0) yield line(`Not listed: ${apart.join(', ')}`);
  for (const { path, line: from, column, message } of context.unusedSuppressions)
    yield line(`unused suppression: ${pathFromHere}${path}:${from}:${column}: ${message}`);
  yield* filesUnread(report);
  // Few annotations are shown: what is certain comes before what hangs on a condition.
  const isConditional = ({ tags }: Gap): number => (tags.includes('conditional') ? 1 : 0);
  const counted = withNewGapsOnly(report, compared).gaps.filter(counts);
  const gaps = mainFolderFirst(counted, ({ use }) => use).sort((a, b) => isConditional(a) - isConditional(b));
  const told = (gap: Gap): Told => ({
    gap,
    path: pathFromHere + gap.use.path,
    message: gapMessage(gap, knowledge),
  });
  const rest: Told[] = [];
  for (const [severity, command] of LEVELS) {
    const groups = groupsToShow(gaps.filter((gap) => gap.severity === severity).map(told));
    for (const group of groups.slice(0, SHOWN)) yield annotation(command, group);
    for (const group of groups.slice(SHOWN)) rest.push(...group);
  }
  if (rest.length === 0) return;
  yield `::group::${escapedData(`${countText(rest.length, 'gap')} without an annotation`)}\n`;
  for (const { gap, path, message } of rest)
    yield line(`${gap.severity}: ${placeText(gap, path)}: ${message}`);
  yield '::endgroup::\n';
}

/** What was not scanned, or in part: a log without it would look clean. */
function* filesUnread({ skipped, problems }: Report): Generator<string> {
  const texts = [
    ...skipped.map(({ path, reason }) => `not scanned: ${path}: ${reason}`),
    ...problems.map(({ path, reason }) => `read in part: ${path}: ${reason}`),
  ];
  if (texts.length === 0) return;
  yield `::group::${escapedData(`${countText(texts.length, 'file')} not scanned, or not wholly`)}\n`;
  yield* texts.map(line);
  yield '::endgroup::\n';
}

interface Told {
  readonly gap: Gap;
  /** Relative to the working folder. */
  readonly path: string;
  readonly message: string;
}

/** Each gap by itself where all can be shown; else those of one message together, at the place of the first. */
function groupsToShow(gaps: readonly Told[]): readonly (readonly Told[])[] {
  if (gaps.length <= SHOWN) return gaps.map((gap) => [gap]);
  const groups = new Map<string, Told[]>();
  for (const gap of gaps) {
    const group = groups.get(gap.message);
    if (group) group.push(gap);
    else groups.set(gap.message, [gap]);
  }
  return [...groups.values()];
}

function annotation(command: string, [first, ...others]: readonly Told[]): string {
  const { gap, path, message } = first;
  const { use } = gap;
  const properties = [
    ['file', path],
    ...(use.line === NO_PLACE ? [] : placeProperties(use)),
    ['title', `unigap: ${use.feature}`],
  ].map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const places = others.slice(0, PLACES_SHOWN).map((one) => placeText(one.gap, one.path));
  const more = others.length > PLACES_SHOWN ? ` and ${others.length - PLACES_SHOWN} more` : '';
  const also = others.length > 0 ? `\nalso at ${places.join(' ')}${more}` : '';
  return `::${command} ${properties.join(',')}::${escapedData(message + also)}\n`;
}

function placeProperties({ line, column, name }: Use): [string, number][] {
  return [
    ['line', line + 1],
    ['endLine', line + 1],
    ['col', column + 1],
    ['endColumn', column + 1 + utf16Length(name)],
  ];
}

function placeText({ use }: Gap, path: string): string {
  if (use.line === NO_PLACE) return path;
  return `${path}:${use.line + 1}:${use.column + 1}`;
}

/** Text of a program in the log: no end of line and no mark begins a command of the runner in it. */
function line(text: string): string {
  const oneLine = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('##[', '## [');
  return `${oneLine.replace(/^\s*::/, ': :')}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
