/**
 * What a reader of the source is told of a use: per target what happens and why, then what to do.
 */
import type { Gap, TargetGap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { nameOf } from '../report/report.js';
import { evidenceLink } from './evidenceLink.js';
import { evidenceSummary } from './evidenceText.js';
import { caseText, gapDetail, outcomeText, subject } from './gapMessage.js';
import { markdownText } from './markdownText.js';

/** Evidence that is linked; the page has all of it. */
const EVIDENCE_SHOWN = 3;

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
  const feature = knowledge.features.get(gap.use.feature);
  const family = knowledge.families.get(feature?.family ?? '');
  const lines = [`**${markdownText(subject(gap.use))}** · ${markdownText(family?.title ?? '')}`, ''];
  for (const target of options.targets) {
    const name = markdownText(nameOf(target, knowledge));
    const one = gap.targets.find((other) => other.target === target);
    if (!one) {
      lines.push(`- **${name}**: no gap here`);
      continue;
    }
    lines.push(`- **${name}**: ${markdownText(outcomeText(one, gap.use))}`);
    const detail = gapDetail(one);
    if (detail !== '') lines.push(`  ${markdownText(detail)}`);
    const outcome = options.outcomeOf(one);
    if (outcome !== undefined) lines.push(`  → ${markdownText(outcome)}`);
    const info = knowledge.targets.get(target.id);
    const evidence = one.statement.evidence.slice(0, EVIDENCE_SHOWN);
    if (info) lines.push(`  ${evidence.map((each) => evidenceLink(each, info)).join(' · ')}`);
  }
  const recipe = recipeOf(feature?.note, knowledge);
  if (recipe !== undefined) lines.push('', `**What to do**: ${recipe}`);
  const effort = family ? `Effort: ${family.effort}` : '';
  const page = options.pageOf(gap.use.feature);
  lines.push('', [effort, ...(page === undefined ? [] : [`[All that is known](${page})`])].join(' · '));
  return lines.join('\n');
}

/** The same for a client that shows plain text. */
export function hoverPlain(gap: Gap, knowledge: Knowledge, options: HoverOptions): string {
  const feature = knowledge.features.get(gap.use.feature);
  const family = knowledge.families.get(feature?.family ?? '');
  const lines = [`${subject(gap.use)} · ${family?.title ?? ''}`];
  for (const one of gap.targets) {
    const outcome = options.outcomeOf(one);
    lines.push(
      `${nameOf(one.target, knowledge)}: ${outcomeText(one, gap.use)}. ${gapDetail(one)}`.trim(),
      ...(outcome === undefined ? [] : [`  → ${outcome}`]),
      `  [${evidenceSummary(one.statement.evidence)}]`,
    );
  }
  const recipe = recipeOf(feature?.note, knowledge);
  if (recipe !== undefined) lines.push(`What to do: ${recipe.replaceAll('`', '')}`);
  if (family) lines.push(`Effort: ${family.effort}`);
  return lines.join('\n');
}

/** The first paragraph of the note's recipe; notes are our own Markdown. */
function recipeOf(note: string | undefined, knowledge: Knowledge): string | undefined {
  const text = note === undefined ? undefined : knowledge.noteMarkdown(note);
  return /^## Recipe\s+([\s\S]*?)(?=\n\n|\n```|\n## )/m.exec(text ?? '')?.[1].replaceAll('\n', ' ');
}

/** For a feature that is hovered where it is no gap: one line a target. */
export function supportLine(target: TargetSpec, featureId: string, knowledge: Knowledge): string | undefined {
  const statement = knowledge.statement(target, featureId);
  const kind = featureId.startsWith('command/') ? 'command' : 'call';
  return (
    statement &&
    `${nameOf(target, knowledge)}: ${caseText(statement.cases.at(-1) ?? statement.cases[0], { kind })}`
  );
}
