/**
 * The report for a terminal: verdicts first, then what blocks, then the rest by family, then what was skipped.
 */
import { familyIdOf, weighedFeature } from '#core/gaps/familyOf.js';
import type { Gap } from '#core/gaps/gap.js';
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import { weightOf } from '#core/gaps/weight.js';
import type { Knowledge, TargetInfo } from '#core/knowledge/knowledge.js';
import { binaryText } from '#core/messages/binaryText.js';
import { evidenceSummary } from '#core/messages/evidenceText.js';
import { gapDetail, gapMessage } from '#core/messages/gapMessage.js';
import { effectText, settingsText, whatIfText } from '#core/messages/optionText.js';
import { scanText } from '#core/messages/scanText.js';
import { remedyText } from '#core/messages/settingText.js';
import { effectsOfReport } from '#core/options/effectsOf.js';
import { mainFolderFirst } from '#core/report/mainFolderFirst.js';
import { apartCounts } from '#core/report/placeKind.js';
import type { Report } from '#core/report/report.js';
import { targetDocument } from '#core/report/reportDocument.js';
import { NO_PLACE } from '#core/uses/use.js';
import type { Skipped } from '#core/workspace.js';
import { counts, sinceBaseline, withNewGapsOnly } from './newGaps.js';
import { operationLines } from './operationLines.js';
import type { UnusedSuppression } from './projectGaps.js';
import type { ScanContext } from './scan/reportScan.js';
import { scanCounts } from './scanDocument.js';
import type { Style } from './style.js';
import { verdictLines } from './verdictText.js';

/** Places of one feature in a family's list; the rest are counted. */
const PLACES_SHOWN = 5;
const FILES_SHOWN = 20;
const OPTIONS_SHOWN = 12;
/** Characters of a note below a gap. */
const DETAIL_LENGTH = 180;

export function textReport(report: Report, context: ScanContext, knowledge: Knowledge, style: Style): string {
  const { compared } = context;
  const listed = withNewGapsOnly(report, compared);
  const real = mainFolderFirst(listed.gaps.filter(counts), ({ use }) => use);
  const blockers = real.filter((gap) => gap.severity === 'error');
  // What people do to look into the program is told by what they want to see.
  const rest = real.filter((gap) => gap.severity !== 'error' && weightOf(gap.use, knowledge) === 'run');
  const explanations = new Explanations(knowledge, style);
  const lines = [
    `${style.bold('Port readiness')} of ${context.roots.join(', ')}`,
    scanText({ ...scanCounts(report, context), binaries: report.binaries }),
    ...(context.whatIf ? [whatIfText(context.whatIf)] : []),
    ...(compared ? sinceBaseline(report, compared) : []),
    '',
    ...report.targets.flatMap((target) => verdictLines(targetDocument(target, knowledge), style)),
    ...blockerLines(blockers, explanations, style),
    ...familyLines(rest, explanations, style),
    ...operationLines(
      report.targets.map((target) => targetDocument(target, knowledge)),
      style,
    ),
    ...optionLines(listed, knowledge, style),
    ...asideLines(report.gaps, style),
    ...unusedLines(context.unusedSuppressions, style),
    ...fileLines('Binaries', binaryEntries(report), style),
    ...fileLines('Skipped', report.skipped, style),
    ...fileLines('Read in part', report.problems, style),
  ];
  return `${lines.join('\n')}\n`;
}

/** Equal messages stand together: the first place with its explanation, then the other places. */
function blockerLines(gaps: readonly Gap[], explanations: Explanations, style: Style): string[] {
  if (gaps.length === 0) return [];
  const lines = [style.bold(`Blockers (${gaps.length})`)];
  for (const [message, same] of byMessage(gaps, explanations.knowledge)) {
    const [first, ...others] = same;
    lines.push(`${style.bold(placeText(first))}: ${severityText(first.severity, style)} ${message}`);
    lines.push(...explanations.of(first, '    '));
    if (others.length > 0) lines.push(style.dim(`    also at ${placesText(others)}`));
  }
  return [...lines, ''];
}

/** The statements' own words with their kind of evidence, once a feature and purpose, and where to read more. */
class Explanations {
  private readonly told = new Set<string>();

  constructor(
    readonly knowledge: Knowledge,
    private readonly style: Style,
  ) {}

  /** Lines below a message; none where they have been told. */
  of(gap: Gap, indent: string): string[] {
    const { feature } = gap.use;
    const more = weighedFeature(gap.use);
    const topic = `${feature} ${more}`;
    if (this.told.has(topic)) return [];
    this.told.add(topic);
    const lines = gap.targets.map((one) => {
      const info = this.knowledge.targets.get(one.target.id) as TargetInfo;
      const detail = shortened(gapDetail(one));
      const evidence = evidenceSummary(one.statement.evidence, info, one.target.version);
      return `${info.name}: ${detail === '' ? '' : `${detail} `}[${evidence}]`;
    });
    const remedy = remedyText(feature, this.knowledge);
    if (remedy !== undefined) lines.push(remedy);
    return [...lines, `More: unigap explain ${more}`].map((line) => this.style.dim(indent + line));
  }
}

/** The first sentences of a note; explain shows all of it. */
function shortened(note: string): string {
  const sentences = note.split(/(?<=[.;])\s/);
  let text = sentences[0];
  for (const sentence of sentences.slice(1)) {
    if (text.length + sentence.length > DETAIL_LENGTH) return `${text} ...`;
    text += ` ${sentence}`;
  }
  return text;
}

function familyLines(gaps: readonly Gap[], explanations: Explanations, style: Style): string[] {
  const { knowledge } = explanations;
  const byFamily = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const family = familyIdOf(gap.use, knowledge) ?? '';
    const list = byFamily.get(family);
    if (list) list.push(gap);
    else byFamily.set(family, [gap]);
  }
  const lines: string[] = [];
  const title = (id: string): string => knowledge.families.get(id)?.title ?? id;
  for (const [family, list] of [...byFamily].sort((a, b) => title(a[0]).localeCompare(title(b[0])))) {
    lines.push(style.bold(`${title(family)} (${list.length})`));
    for (const [message, same] of byMessage(list, knowledge)) {
      lines.push(`  ${severityText(same[0].severity, style)} ${message}`);
      lines.push(style.dim(`      ${placesText(same)}`), ...explanations.of(same[0], '      '));
    }
    lines.push('');
  }
  return lines;
}

/** Gaps of equal severity and message, the worst first, else in the order that they have. */
function byMessage(gaps: readonly Gap[], knowledge: Knowledge): [message: string, gaps: Gap[]][] {
  const groups = new Map<string, [string, Gap[]]>();
  for (const gap of gaps) {
    const message = gapMessage(gap, knowledge);
    const key = `${gap.severity} ${message}`;
    const group = groups.get(key);
    if (group) group[1].push(gap);
    else groups.set(key, [message, [gap]]);
  }
  const rank = ([, [gap]]: [string, Gap[]]): number => -SEVERITIES.indexOf(gap.severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

function placesText(gaps: readonly Gap[]): string {
  const more = gaps.length > PLACES_SHOWN ? ` and ${gaps.length - PLACES_SHOWN} more` : '';
  return gaps.slice(0, PLACES_SHOWN).map(placeText).join('  ') + more;
}

/** What options of the build would add, the heaviest first. */
function optionLines(report: Report, knowledge: Knowledge, style: Style): string[] {
  const effects = effectsOfReport(report, knowledge);
  if (effects.length === 0) return [];
  const documents = report.targets.map((target) => targetDocument(target, knowledge));
  const lines = effects
    .slice(0, OPTIONS_SHOWN)
    .map((effect) => `  ${settingsText(effect.settings)}: ${effectText(effect, documents)}`);
  if (effects.length > OPTIONS_SHOWN)
    lines.push(style.dim(`  and ${effects.length - OPTIONS_SHOWN} more; --format json lists all`));
  const hint = 'Nothing here decides them; --with NAME and --without NAME show the report with one set.';
  return [style.bold(`Options of the build (${effects.length})`), ...lines, style.dim(`  ${hint}`), ''];
}

/** Gaps in tests, examples, stand-ins and macro bodies: counted, not listed. */
function asideLines(gaps: readonly Gap[], style: Style): string[] {
  const parts = apartCounts(gaps, ({ use }) => use);
  if (parts.length === 0) return [];
  return [style.dim(`Not listed: ${parts.join(', ')}; --format json lists all.`), ''];
}

/** Suppressions that can be taken out of the source or of `unigap.json`. */
function unusedLines(unused: readonly UnusedSuppression[], style: Style): string[] {
  if (unused.length === 0) return [];
  const lines = unused.slice(0, FILES_SHOWN).map(({ path, line, column, message }) => {
    return `  ${path}:${line}:${column}: ${severityText('information', style)} ${message}`;
  });
  if (unused.length > FILES_SHOWN)
    lines.push(style.dim(`  and ${unused.length - FILES_SHOWN} more; --format json lists all`));
  return [style.bold(`Unused suppressions (${unused.length})`), ...lines, ''];
}

/** Each binary with what it is. */
function binaryEntries({ binaries }: Report): Skipped[] {
  return binaries.map((file) => ({ path: file.path, reason: binaryText(file) }));
}

function fileLines(title: string, entries: readonly Skipped[], style: Style): string[] {
  if (entries.length === 0) return [];
  const lines = [style.bold(`${title} (${entries.length})`)];
  for (const { path, reason } of entries.slice(0, FILES_SHOWN)) lines.push(`  ${path}: ${reason}`);
  if (entries.length > FILES_SHOWN)
    lines.push(style.dim(`  and ${entries.length - FILES_SHOWN} more; --format json lists all`));
  return [...lines, ''];
}

function placeText({ use }: Gap): string {
  if (use.line === NO_PLACE) return use.path;
  return `${use.path}:${use.line + 1}:${use.column + 1}`;
}

function severityText(severity: Severity, style: Style): string {
  if (severity === 'error') return style.red('error:');
  return severity === 'warning' ? style.yellow('warning:') : style.blue('information:');
}
