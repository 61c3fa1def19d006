/**
 * The report as Markdown, short enough for a comment on a pull request. What does not fit is counted.
 */

import { type ClaimAnswer, HOLDING_WORDS } from '../essay/claimAnswer.js';
import { IF_SOURCE_NEEDS } from '../gaps/gap.js';
import { LEVEL_WORDS } from '../messages/operabilityText.js';
import { effectText, settingsText, whatIfText } from '../messages/optionText.js';
import { scanText } from '../messages/scanText.js';
import { VERDICT_MEANING, verdictDetails, verdictWord } from '../messages/verdictText.js';
import { type FacilityCell, facilityRows } from '../operability/facilityTable.js';
import { effectsOfDocument } from '../options/effectsOf.js';
import type { Skipped } from '../workspace.js';
import type { GapDocument } from './gapDocument.js';
import { mainFolderFirst } from './mainFolderFirst.js';
import { MarkdownPage } from './markdownPage.js';
import { code, escaped } from './markdownText.js';
import { messageGroups } from './messageGroups.js';
import { apartCounts, conditionsText, placeKindOf } from './placeKind.js';
import { lineText, pathText, placeText } from './placeText.js';
import type { ReportDocument, TargetDocument, UnusedSuppressionDocument } from './reportDocument.js';

/** Characters; GitHub takes 65,536 in a comment. */
export const MARKDOWN_LIMIT = 60_000;

/** Kept for what is said at the end, whatever was left out. */
const RESERVE = 2_000;
const PLACES_SHOWN = 5;
const FILES_SHOWN = 20;
const OPTIONS_SHOWN = 12;
/** Longer texts are cut: a name in a hostile program may have any length. */
const TEXT_LENGTH = 400;

export function markdownReport(document: ReportDocument): string {
  const page = new MarkdownPage(MARKDOWN_LIMIT - RESERVE);
  page.add(`# Port readiness of ${document.roots.slice(0, 10).map(cutCode).join(', ')}`, '');
  page.add(`${scanText(document)}.`, '');
  if (document.whatIf) page.add(`${escaped(whatIfText(document.whatIf))}.`, '');
  for (const sentence of document.sinceBaseline ?? []) page.add(`**${capitalized(cut(sentence))}.**`, '');
  for (const target of document.targets) page.add(...targetLines(target));
  const { gaps, roots } = document;
  const [program, conditional] = (['program', 'conditional'] as const).map((kind) =>
    mainFolderFirst(
      gaps.filter((gap) => placeKindOf(gap) === kind),
      (gap) => ({ path: pathText(gap, roots), line: gap.line, column: gap.column }),
    ),
  );
  const blockers = program.filter(({ severity }) => severity === 'error');
  const others = program.filter(({ severity }) => severity !== 'error');
  addBlockers(page, blockers, document);
  addGroups(page, 'Other gaps', byFamily(others, document), document);
  addGroups(page, 'Only under conditions', byCondition(conditional), document);
  addOperation(page, document);
  addScorecard(page, document);
  addOptions(page, document);
  const apart = apartCounts(gaps, (gap) => gap);
  if (apart.length > 0) page.add(`Counted apart: ${apart.join(', ')}.`, '');
  addUnusedSuppressions(page, document.unusedSuppressions ?? []);
  addFiles(
    page,
    'Binaries',
    (document.binaries ?? []).map(({ path, text }) => ({ path, reason: text })),
  );
  addFiles(page, 'Skipped', document.skipped);
  addFiles(page, 'Read in part', document.problems);
  return page.text();
}

/** What holds of the essay, a row a claim; what is on either side the page and the runbook tell. */
function addScorecard(page: MarkdownPage, { targets }: ReportDocument): void {
  const rated = targets.filter(({ operation }) => operation !== undefined);
  const claims = rated[0]?.operation?.scorecard ?? [];
  if (claims.length === 0) return;
  const names = rated.map(({ name }) => escaped(cut(name)));
  const rows = claims.map(({ id, title }, i) => {
    const holds = rated.map(({ operation }) => holdingText(operation?.scorecard[i]));
    return `| ${id} ${escaped(title)} | ${holds.join(' | ')} |`;
  });
  page.add(
    '## What holds of "Unikernels are unfit for production" (2016)',
    '',
    `| Claim | ${names.join(' | ')} |`,
    `| --- | ${names.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  );
}

/** With the first of what bears it out, and of what speaks against it. */
function holdingText(answer: ClaimAnswer | undefined): string {
  if (!answer) return '';
  const { holds, bearsOut, speaksAgainst } = answer;
  const sides = [
    ...bearsOut.slice(0, 1).map((text) => `for it: ${cut(text)}`),
    ...speaksAgainst.slice(0, 1).map((text) => `against it: ${cut(text)}`),
  ];
  return [`**${HOLDING_WORDS[holds]}**`, ...sides].join('<br>');
}

/** What people rely on to look into the program, a row a facility. */
function addOperation(page: MarkdownPage, { targets }: ReportDocument): void {
  const rows = facilityRows(targets);
  if (rows.length === 0) return;
  const names = targets.map(({ name }) => escaped(cut(name)));
  page.add(
    '## Operation',
    '',
    `| What people want to see | relied on by | ${names.join(' | ')} |`,
    `| --- | --- | ${names.map(() => '---').join(' | ')} |`,
  );
  for (const { title, names: means, targets: cells } of rows) {
    const relied = means.slice(0, PLACES_SHOWN).map(cutCode).join(', ');
    page.add(
      `| ${title} | ${relied}${means.length > PLACES_SHOWN ? ', ...' : ''} | ${cells.map(cellText).join(' | ')} |`,
    );
  }
  page.add('');
}

function cellText({ level, ways }: FacilityCell): string {
  if (level === undefined) return '';
  const commands = ways.flatMap(({ command }) =>
    command === undefined ? [] : [code(command.replaceAll('|', '\\|'))],
  );
  return [LEVEL_WORDS[level], ...[...new Set(commands)].slice(0, 2)].join('<br>');
}

function targetLines(target: TargetDocument): string[] {
  return [
    `## ${escaped(target.name)}: ${verdictWord(target)}`,
    '',
    `**${capitalized(VERDICT_MEANING[target.least])}.**`,
    '',
    ...verdictDetails(target).map((text) => `- ${cut(text)}`),
    '',
  ];
}

function addBlockers(page: MarkdownPage, gaps: readonly GapDocument[], document: ReportDocument): void {
  if (gaps.length === 0) return;
  page.add(`## Blockers (${gaps.length.toLocaleString('en')})`, '');
  const explained = new Set<string>();
  for (const same of messageGroups(gaps)) {
    const [first] = same;
    const details = explained.has(first.feature) ? [] : detailLines(first, document);
    explained.add(first.feature);
    page.addGaps(same.length, `- ${messageText(first)}  `, `  ${places(same, document)}`, ...details);
  }
  page.add('');
}

/** What options of the build would add, the heaviest first. */
function addOptions(page: MarkdownPage, document: ReportDocument): void {
  const effects = effectsOfDocument(document);
  if (effects.length === 0) return;
  const lines = effects
    .slice(0, OPTIONS_SHOWN)
    .map((effect) => `- ${cut(`${settingsText(effect.settings)}: ${effectText(effect, document.targets)}`)}`);
  const more = effects.length - OPTIONS_SHOWN;
  const rest = more > 0 ? [`- and ${more.toLocaleString('en')} more`] : [];
  page.add(`## Options of the build (${effects.length.toLocaleString('en')})`, '', ...lines, ...rest, '');
}

/** The statements' own words with their kind of evidence. */
function detailLines(gap: GapDocument, { targets }: ReportDocument): string[] {
  return gap.targets.map(({ target, detail, evidence }) => {
    const name = targets.find((one) => one.target === target)?.name ?? target;
    return `  - ${escaped(name)}: ${cut(detail)}${detail === '' ? '' : ' '}_${cut(`(${evidence})`)}_`;
  });
}

type Titled = readonly [title: string, gaps: readonly GapDocument[]];

function addGroups(
  page: MarkdownPage,
  title: string,
  groups: readonly Titled[],
  document: ReportDocument,
): void {
  if (groups.length === 0) return;
  const total = groups.reduce((sum, [, gaps]) => sum + gaps.length, 0);
  page.add(`## ${title} (${total.toLocaleString('en')})`, '');
  for (const [heading, gaps] of groups) {
    if (!page.add(`### ${heading} (${gaps.length.toLocaleString('en')})`, '')) {
      page.leaveOutGaps(gaps.length);
      continue;
    }
    for (const same of messageGroups(gaps)) {
      const severity = same[0].severity;
      page.addGaps(same.length, `- ${severity}: ${messageText(same[0])}  `, `  ${places(same, document)}`);
    }
    page.add('');
  }
}

function byFamily(gaps: readonly GapDocument[], { families, features }: ReportDocument): Titled[] {
  const titleOf = ({ feature }: GapDocument): string => {
    const family = features[feature]?.family ?? '';
    return families[family] ?? family;
  };
  return grouped(gaps, titleOf).map(([title, list]): Titled => [escaped(title), list]);
}

function byCondition(gaps: readonly GapDocument[]): Titled[] {
  return grouped(gaps, conditionsText).map(([title, list]): Titled => [conditionTitle(title), list]);
}

function conditionTitle(condition: string): string {
  return condition === IF_SOURCE_NEEDS ? `If ${IF_SOURCE_NEEDS}` : `Where ${cutCode(condition)} holds`;
}

function grouped(gaps: readonly GapDocument[], titleOf: (gap: GapDocument) => string): Titled[] {
  const groups = new Map<string, GapDocument[]>();
  for (const gap of gaps) {
    const title = titleOf(gap);
    const group = groups.get(title);
    if (group) group.push(gap);
    else groups.set(title, [gap]);
  }
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function addUnusedSuppressions(page: MarkdownPage, unused: readonly UnusedSuppressionDocument[]): void {
  if (unused.length === 0) return;
  page.add(`## Unused suppressions (${unused.length.toLocaleString('en')})`, '');
  for (const one of unused.slice(0, FILES_SHOWN))
    page.add(`- ${cutCode(`${one.path}:${lineText(one)}`)}: ${cut(one.message)}`);
  if (unused.length > FILES_SHOWN)
    page.add(`- and ${(unused.length - FILES_SHOWN).toLocaleString('en')} more`);
  page.add('');
}

function addFiles(page: MarkdownPage, title: string, files: readonly Skipped[]): void {
  if (files.length === 0) return;
  page.add(`## ${title} (${files.length.toLocaleString('en')})`, '');
  for (const { path, reason } of files.slice(0, FILES_SHOWN))
    page.addFile(`- ${cutCode(path)}: ${cut(reason)}`);
  page.leaveOutFiles(Math.max(0, files.length - FILES_SHOWN));
  page.add('');
}

function places(gaps: readonly GapDocument[], { roots }: ReportDocument): string {
  const shown = gaps.slice(0, PLACES_SHOWN).map((gap) => cutCode(placeText(gap, roots)));
  const more = gaps.length > PLACES_SHOWN ? ` and ${gaps.length - PLACES_SHOWN} more` : '';
  return shown.join(' ') + more;
}

/** The message with what it is about in bold. */
function messageText({ message }: GapDocument): string {
  const end = message.indexOf(' — ');
  if (end < 0) return cut(message);
  return `**${cut(message.slice(0, end))}**${cut(message.slice(end))}`;
}

function cut(text: string): string {
  return escaped(shortened(text));
}

function cutCode(text: string): string {
  return code(shortened(text));
}

function shortened(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}...` : text;
}

function capitalized(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
