/**
 * A runbook for one target, as Markdown: for each thing that people do today what does it there, with where that is
 * known from. It says nothing that neither the program nor the data shows.
 */
import { type ClaimAnswer, HOLDING_WORDS } from '../essay/claimAnswer.js';
import { LEVEL_WORDS } from '../messages/operabilityText.js';
import { settingAdvice, settingManner } from '../messages/settingText.js';
import { VERDICT_MEANING, verdictWord } from '../messages/verdictText.js';
import type { GapDocument } from '../report/gapDocument.js';
import { code, escaped } from '../report/markdownText.js';
import type { FacilityDocument, OfferDocument } from '../report/operationDocument.js';
import { pathText } from '../report/placeText.js';
import type { ReportDocument, TargetDocument } from '../report/reportDocument.js';
import { launchJson } from './launchJson.js';

const PLACES_SHOWN = 5;
const GAPS_SHOWN = 40;

export function runbook(document: ReportDocument, target: TargetDocument): string {
  const lines = [
    `# Operating ${document.roots.map(code).join(', ')} on ${escaped(target.name)}`,
    '',
    `Does it run: **${verdictWord(target)}**, ${VERDICT_MEANING[target.least]}.`,
    `Can it be operated: ${escaped(target.operability)}.`,
    '',
    'What people rely on today is taken from the source, scripts, units, manifests and notes of this program. What does it there is',
    "taken from the target's source: _read_ names the line, _observed_ what was seen on a guest that was booted; what says neither of",
    'a command was not tried. `guest` stands for the address of the guest, `/app` and `app.bin` for the program.',
    '',
    ...startLines(document, target),
    ...todayLines(target),
    ...offerLines(target),
    ...lossLines(target),
    ...debuggerLines(target),
    ...scorecardLines(target),
  ];
  return `${lines.join('\n').trim()}\n`;
}

/** What has to be set or changed before the first start. */
function startLines(document: ReportDocument, target: TargetDocument): string[] {
  const own = target.settings.flatMap(({ server, settings }) =>
    settings.map(({ closed, ...words }) => {
      const advice = settingAdvice(words, code);
      return `- ${escaped(server)}: ${advice} (${closed === 1 ? '1 gap' : `${closed} gaps`} of the source less)`;
    }),
  );
  // What people rely on while it runs is told for itself.
  const relied = new Set(target.facilities.flatMap(({ features }) => features.map(({ feature }) => feature)));
  const gaps = gapsOf(document, target).filter(
    ({ feature }) => /^(?:setting|practice)\//.test(feature) && !relied.has(feature),
  );
  const seen = new Set<string>();
  const found = gaps.flatMap((gap) => {
    const text = `${escaped(subjectOf(gap))}${gap.remedy === undefined ? '' : `. ${escaped(gap.remedy)}`}`;
    const key = `${text} ${gap.path}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [`- ${placeCode(gap, document)}: ${text}`];
  });
  if (own.length + found.length === 0) return [];
  const more = found.length > GAPS_SHOWN ? [`- and ${found.length - GAPS_SHOWN} more`] : [];
  return ['## Before it starts', '', ...own, ...found.slice(0, GAPS_SHOWN), ...more, ''];
}

function todayLines({ facilities }: TargetDocument): string[] {
  if (facilities.length === 0)
    return ['## What people do today', '', 'Nothing was found by which people look into this program.', ''];
  return ['## What people do today', '', ...facilities.flatMap(facilityLines)];
}

function facilityLines({ title, question, level, features }: FacilityDocument): string[] {
  const today = features.map(({ name, places, count }) => {
    const shown = [...new Set(places.map(({ path, line }) => `${path}:${line + 1}`))].slice(0, PLACES_SHOWN);
    const more = count > shown.length && shown.length === PLACES_SHOWN ? ', ...' : '';
    return `${code(name)}${shown.length > 0 ? ` (${shown.map(code).join(', ')}${more})` : ''}`;
  });
  const ways = new Map<string, { command?: string; evidence?: string }>();
  for (const { what, command, evidence } of features) {
    if (what === undefined) continue;
    ways.set(what, {
      ...(command === undefined ? {} : { command }),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
  return [
    `### ${escaped(title)}`,
    '',
    `_${escaped(question)}_`,
    '',
    `- Today: ${today.join(', ')}`,
    `- There: **${LEVEL_WORDS[level]}**`,
    '',
    ...[...ways].flatMap(([what, { command, evidence }]) => [
      `${escaped(what)}${evidence === undefined ? '' : ` _(${escaped(evidence)})_`}`,
      '',
      ...(command === undefined ? [] : commandBlock(command)),
    ]),
    ...(ways.size === 0 ? ['Nobody has looked that up.', ''] : []),
  ];
}

function commandBlock(command: string): string[] {
  return ['```sh', command.replaceAll('```', ''), '```', ''];
}

/** What nobody asks for today, and could. */
function offerLines({ operation }: TargetDocument): string[] {
  const there = (operation?.offers ?? []).filter(({ level }) => level !== 'none');
  if (there.length === 0) return [];
  const row = ({ question, level, what, command, evidence }: OfferDocument): string =>
    `| ${escaped(question)} | ${LEVEL_WORDS[level]}: ${escaped(what)}${command === undefined ? '' : `<br>${code(command.replaceAll('|', '\\|'))}`} | ${escaped(evidence)} |`;
  return [
    '## What else can be asked there',
    '',
    '| Question | How | Evidence |',
    '| --- | --- | --- |',
    ...there.map(row),
    '',
  ];
}

function lossLines(target: TargetDocument): string[] {
  const tools = target.facilities
    .filter(({ level }) => level === 'none')
    .map(
      ({ title, features }) => `- ${escaped(title)}: ${features.map(({ name }) => code(name)).join(', ')}`,
    );
  const settings = target.settings.flatMap(({ server, settings: all }) =>
    all.flatMap(({ loses, ...words }) =>
      loses === undefined ? [] : `- ${escaped(server)} ${settingManner(words, code)}: ${escaped(loses)}`,
    ),
  );
  const unknown = target.facilities.filter(({ level }) => level === 'unknown');
  const open = unknown.map(({ title }) => `- ${escaped(title)}: nobody has looked up what does it there`);
  const lost = [...tools, ...settings, ...open];
  return lost.length === 0 ? [] : ['## What is lost', '', ...lost, ''];
}

function debuggerLines({ name, operation }: TargetDocument): string[] {
  const attached = operation?.debugger;
  if (!attached) return [];
  return [
    '## Attaching gdb',
    '',
    `${escaped(attached.note)} _(${escaped(attached.evidence)})_`,
    '',
    ...commandBlock(attached.start),
    'An entry for `.vscode/launch.json` (C/C++ extension, `cppdbg`):',
    '',
    '```json',
    launchJson(name, attached),
    '```',
    '',
  ];
}

function scorecardLines({ operation }: TargetDocument): string[] {
  if (!operation) return [];
  return [
    '## What holds of "Unikernels are unfit for production" (2016)',
    '',
    '| | Claim | For this program | Bears it out | Speaks against it |',
    '| --- | --- | --- | --- | --- |',
    ...operation.scorecard.map(claimRow),
    '',
  ];
}

function claimRow({ id, title, claim, known, holds, bearsOut, speaksAgainst }: ClaimAnswer): string {
  const list = (lines: readonly string[]): string => lines.map(escaped).join('<br>');
  return `| ${id} | **${escaped(title)}**: ${escaped(claim)} | ${[HOLDING_WORDS[holds], ...known.map(escaped)].join('<br>')} | ${list(bearsOut)} | ${list(speaksAgainst)} |`;
}

function gapsOf({ gaps }: ReportDocument, { target }: TargetDocument): GapDocument[] {
  return gaps.filter((gap) => gap.tags.length === 0 && gap.targets.some((one) => one.target === target));
}

/** The message without what targets do. */
function subjectOf({ message }: GapDocument): string {
  return message.split(' — ', 1)[0];
}

function placeCode(gap: GapDocument, { roots }: ReportDocument): string {
  return code(`${pathText(gap, roots)}:${gap.line + 1}`);
}
