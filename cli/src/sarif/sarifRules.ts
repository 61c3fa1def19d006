/**
 * Features as the rules of SARIF.
 */
import { SEVERITIES, type Severity, severityOf } from '#core/gaps/severity.js';
import type { Feature, Knowledge } from '#core/knowledge/knowledge.js';
import type { TargetSpec } from '#core/knowledge/targetSpec.js';
import { featurePage, titleOf } from '#core/messages/featurePage.js';

/** The level of a severity. */
export const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/** @param targets of the scan: the worst that one of them does gives the level where a result has none. */
export function sarifRule(feature: Feature, targets: readonly TargetSpec[], knowledge: Knowledge): object {
  const { id, kind } = feature;
  const family = knowledge.families.get(feature.family);
  const title = titleOf(feature);
  const summary = family?.summary ?? title;
  return {
    id,
    name: ruleName(id),
    shortDescription: { text: family ? `${title}: ${family.title}` : title },
    fullDescription: { text: summary },
    help: {
      text: [summary, ...recipeOf(feature, knowledge), `More: unigap explain ${id}`].join('\n\n'),
      markdown: featurePage(id, knowledge) ?? title,
    },
    defaultConfiguration: { level: LEVEL[worstSeverity(feature, targets, knowledge)] },
    properties: {
      tags: ['portability', feature.family],
      kind,
      ...(family ? { effort: family.effort, harm: family.harm } : {}),
    },
  };
}

/** The id in the form that SARIF wants of names: `FlagMmapMapFixed`. */
function ruleName(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

/** The recipe of the porting note, as it is written. */
function recipeOf({ note }: Feature, knowledge: Knowledge): string[] {
  const text = note === undefined ? undefined : knowledge.noteMarkdown(note);
  const recipe = text && /^## Recipe$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(text)?.[1].trim();
  return recipe ? [recipe] : [];
}

function worstSeverity(
  { id, family }: Feature,
  targets: readonly TargetSpec[],
  knowledge: Knowledge,
): Severity {
  const harm = knowledge.families.get(family)?.harm;
  const ranks = targets.flatMap((target) => {
    const cases = knowledge.statement(target, id)?.cases ?? [];
    return cases.map((one) => SEVERITIES.indexOf((harm && severityOf(one, harm)) ?? 'information'));
  });
  return SEVERITIES[Math.max(0, ...ranks)];
}
