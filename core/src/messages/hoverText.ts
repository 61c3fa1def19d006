/**
 * What a reader of the source is told of a use: per target what happens and why, then what to do.
 */
import { familyOf, weighedFeature } from '../gaps/familyOf.js';
import type { Gap, TargetGap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { nameOf } from '../report/report.js';
import type { Use } from '../uses/use.js';
import { evidenceLink } from './evidenceLink.js';
import { evidenceSummary } from './evidenceText.js';
import { gapDetail, outcomeText, subject } from './gapMessage.js';
import { markdownCode, markdownText } from './markdownText.js';
import { purposeText } from './purposeText.js';
import { remedyText } from './settingText.js';
import type { StandingReasons } from './standingText.js';

export interface HoverOptions {
  /** Targets in use, in the order of the settings. */
  readonly targets: readonly TargetSpec[];
  /** Address of the page of a feature; undefined if there is nothing to open it with. */
  readonly pageOf: (feature: string) => string | undefined;
  /** What a target's behaviour leads to at this place, in a sentence; undefined if nobody can tell. */
  readonly outcomeOf: (gap: TargetGap) => string | undefined;
  /** Whether a use is compiled for a target, and the one or two conditions that decide. */
  readonly standingOf: (use: Use, target: TargetSpec) => StandingReasons;
}

/** In Markdown. */
export function hoverMarkdown(gap: Gap, knowledge: Knowledge, options: HoverOptions): string {
  const family = familyOf(gap.use, knowledge);
  const page = options.pageOf(weighedFeature(gap.use));
  const head = [
    `**${markdownText(subject(gap.use) + purposeText(gap.use))}**`,
    ...(family ? [markdownText(family.title), `effort: ${family.effort}`] : []),
    ...(page === undefined ? [] : [`[all that is known](${page})`]),
  ];
  const paragraphs = [head.join(' · ')];
  for (const target of options.targets) {
    const one = gap.targets.find((other) => other.target === target);
    const name = `**${markdownText(nameOf(target, knowledge))}**`;
    paragraphs.push(
      one
        ? targetLines(name, one, gap, knowledge, options).join(LINE_BREAK)
        : withoutGap(name, gap.use, target, options).join(LINE_BREAK),
    );
  }
  const remedy = remedyText(gap.use.feature, knowledge);
  const recipe = remedy === undefined ? recipeOf(gap.use, knowledge) : markdownText(remedy);
  if (recipe !== undefined) paragraphs.push(`**What to do**: ${recipe}`);
  return paragraphs.join('\n\n');
}

/** Of a use that is a gap nowhere: where it is left out, and why. Undefined if that is nowhere. In Markdown. */
export function inactiveMarkdown(
  use: Use,
  knowledge: Knowledge,
  options: Pick<HoverOptions, 'targets' | 'standingOf'>,
): string | undefined {
  const left = options.targets.filter((target) => options.standingOf(use, target).truth === 'false');
  if (left.length === 0) return undefined;
  const paragraphs = left.map((target) =>
    withoutGap(`**${markdownText(nameOf(target, knowledge))}**`, use, target, options).join(LINE_BREAK),
  );
  return [`**${markdownText(subject(use))}**`, ...paragraphs].join('\n\n');
}

/** The same as plain text. */
export function inactivePlain(
  use: Use,
  knowledge: Knowledge,
  options: Pick<HoverOptions, 'targets' | 'standingOf'>,
): string | undefined {
  const lines = options.targets.flatMap((target) => {
    const { truth, sentences } = options.standingOf(use, target);
    if (truth !== 'false') return [];
    return [
      `${nameOf(target, knowledge)}: not compiled`,
      ...sentences.map((one) => `  ${one.replaceAll('`', '')}`),
    ];
  });
  return lines.length > 0 ? [subject(use), ...lines].join('\n') : undefined;
}

function withoutGap(
  name: string,
  use: Use,
  target: TargetSpec,
  { standingOf }: Pick<HoverOptions, 'standingOf'>,
): string[] {
  const { truth, sentences } = standingOf(use, target);
  if (truth !== 'false') return [`${name}: no gap here`];
  return [`${name}: not compiled`, ...sentences.map(sentenceMarkdown)];
}

/** Ends a line within a paragraph. */
const LINE_BREAK = '  \n';

/** What happens, what that leads to, why, and how that is known: a line each. */
function targetLines(
  name: string,
  one: TargetGap,
  { use }: Gap,
  knowledge: Knowledge,
  options: HoverOptions,
): string[] {
  const outcome = options.outcomeOf(one);
  const detail = shortened(gapDetail(one));
  const info = knowledge.targets.get(one.target.id);
  const read = one.statement.evidence.find((each) => !('observed' in each));
  const observed = one.statement.evidence.find((each) => 'observed' in each);
  const evidence = info
    ? [read, observed].flatMap((each) => (each ? [evidenceLink(each, info)] : [])).join(' · ')
    : '';
  return [
    `${name}: ${markdownText(outcomeText(one, use))}`,
    ...(outcome === undefined ? [] : [`→ ${markdownText(outcome)}`]),
    ...options.standingOf(use, one.target).sentences.map(sentenceMarkdown),
    ...(detail === '' ? [] : [markdownText(detail)]),
    ...(evidence === '' ? [] : [`*${evidence}*`]),
  ];
}

/** With the directive in it as code. */
function sentenceMarkdown(sentence: string): string {
  const parts = /^([^`]*)`(.*)`( (?:holds|does not hold|is undecided)[\s\S]*)$/.exec(sentence);
  if (!parts) return markdownText(sentence);
  return markdownText(parts[1]) + markdownCode(parts[2]) + markdownText(parts[3]);
}

/** The first sentences of a note; the page has all of it. */
function shortened(note: string): string {
  const sentences = note.split(/(?<=[.;])\s/);
  let text = sentences[0];
  for (const sentence of sentences.slice(1)) {
    if (text.length + sentence.length > DETAIL_LENGTH) break;
    text += ` ${sentence}`;
  }
  return text;
}

/** Characters of a note. */
const DETAIL_LENGTH = 200;

/** The same for a client that shows plain text. */
export function hoverPlain(gap: Gap, knowledge: Knowledge, options: HoverOptions): string {
  const family = familyOf(gap.use, knowledge);
  const lines = [`${subject(gap.use)}${purposeText(gap.use)} · ${family?.title ?? ''}`];
  for (const one of gap.targets) {
    const outcome = options.outcomeOf(one);
    lines.push(
      `${nameOf(one.target, knowledge)}: ${outcomeText(one, gap.use)}. ${gapDetail(one)}`.trim(),
      ...(outcome === undefined ? [] : [`  → ${outcome}`]),
      ...options.standingOf(gap.use, one.target).sentences.map((text) => `  ${text.replaceAll('`', '')}`),
      `  [${evidenceSummary(one.statement.evidence)}]`,
    );
  }
  const recipe = recipeOf(gap.use, knowledge);
  if (recipe !== undefined) lines.push(`What to do: ${recipe.replaceAll('`', '')}`);
  if (family) lines.push(`Effort: ${family.effort}`);
  return lines.join('\n');
}

/** The first paragraph of the note's recipe; notes are our own Markdown. */
function recipeOf(use: Use, knowledge: Knowledge): string | undefined {
  const note = knowledge.features.get(weighedFeature(use))?.note;
  const text = note === undefined ? undefined : knowledge.noteMarkdown(note);
  return /^## Recipe\s+([\s\S]*?)(?=\n\n|\n```|\n## )/m.exec(text ?? '')?.[1].replaceAll('\n', ' ');
}
