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
import { markdownText } from './markdownText.js';
import { purposeText } from './purposeText.js';

export interface HoverOptions {
  /** Targets in use, in the order of the settings. */
  readonly targets: readonly TargetSpec[];
  /** Address of the page of a feature; undefined if there is nothing to open it with. */
  readonly pageOf: (feature: string) => string | undefined;
  /** What a target's behaviour leads to at this place, in a sentence; undefined if nobody can tell. */
  readonly outcomeOf: (gap: TargetGap) => string | undefined;
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
      one ? targetLines(name, one, gap, knowledge, options).join(LINE_BREAK) : `${name}: no gap here`,
    );
  }
  const recipe = recipeOf(gap.use, knowledge);
  if (recipe !== undefined) paragraphs.push(`**What to do**: ${recipe}`);
  return paragraphs.join('\n\n');
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
    ...(detail === '' ? [] : [markdownText(detail)]),
    ...(evidence === '' ? [] : [`*${evidence}*`]),
  ];
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
