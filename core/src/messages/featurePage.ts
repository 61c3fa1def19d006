/**
 * All that is known of a feature, as a page in Markdown.
 */
import type { Feature, Knowledge, TargetInfo } from '../knowledge/knowledge.js';
import type { Case, Statement, Substitute } from '../knowledge/schema.generated.js';
import { conditionText } from './conditionText.js';
import { evidenceLink } from './evidenceLink.js';
import { caseText } from './gapMessage.js';
import { markdownCode, markdownText } from './markdownText.js';
import { LEVEL_WORDS } from './operabilityText.js';
import { replacementText } from './replacementText.js';
import { settingAbout } from './settingText.js';

/** Undefined if there is no such feature. */
export function featurePage(featureId: string, knowledge: Knowledge): string | undefined {
  const feature = knowledge.features.get(featureId);
  if (!feature) return undefined;
  const family = knowledge.families.get(feature.family);
  const about = [
    ...(family ? [`**${markdownText(family.title)}**`] : []),
    ...(feature.header ? [markdownCode(`#include <${feature.header}>`)] : []),
    ...(feature.standards.length > 0 ? [markdownText(feature.standards.join(', '))] : []),
  ];
  const lines = [`# ${markdownText(titleOf(feature))}`, '', about.join(' · '), ''];
  for (const sentence of settingAbout(featureId, knowledge)) lines.push(markdownText(sentence), '');
  if (family) lines.push(markdownText(family.summary), '', `Effort: ${family.effort}.`, '');
  for (const info of knowledge.targets.values()) lines.push(...targetLines(feature, info, knowledge));
  const platforms = [...knowledge.platforms().values()].flatMap(({ name, substitutes }) =>
    Object.hasOwn(substitutes, featureId) ? platformLine(name, substitutes[featureId]) : [],
  );
  if (platforms.length > 0) lines.push('## On other platforms', '', ...platforms, '');
  const replacements = knowledge.replacements(featureId);
  if (replacements.length > 0)
    lines.push(
      '## Replacements',
      '',
      ...replacements.map((one) => `- ${markdownText(replacementText(one, knowledge))}`),
      '',
    );
  const note = feature.note === undefined ? undefined : knowledge.noteMarkdown(feature.note);
  if (note) lines.push('---', '', note.trim().replace(/^#/gm, '##'), '');
  return lines.join('\n');
}

/** What a platform that is no target has for a debugging tool. */
function platformLine(name: string, { level, what, command }: Substitute): string {
  const how = command === undefined ? '' : ` ${markdownCode(command)}`;
  return `- **${markdownText(name)}**: ${LEVEL_WORDS[level]}. ${markdownText(what)}${how}`;
}

/** How a feature is named in a heading. */
export function titleOf(feature: Feature): string {
  switch (feature.kind) {
    case 'function':
      return `${feature.name}()`;
    case 'header':
      return `<${feature.name}>`;
    case 'syscall':
      return `system call ${feature.name}`;
    case 'flag':
      return feature.scope ? `${feature.name} of ${feature.scope}()` : feature.name;
    case 'command':
      return `program ${feature.name}`;
    default:
      return feature.name;
  }
}

function targetLines(feature: Feature, info: TargetInfo, knowledge: Knowledge): string[] {
  const newest = info.versions.at(-1)?.id ?? '';
  let statements = knowledge.statements(info.id, feature.id);
  if (statements.length === 0) {
    const whole = knowledge.statement({ id: info.id, version: newest, options: [] }, feature.id);
    statements = whole ? [whole] : [];
  }
  if (statements.length === 0) return [`## ${markdownText(info.name)}`, '', 'Nothing is known.', ''];
  return statements.flatMap((statement) => [
    `## ${markdownText(info.name)}${rangeText(statement)}`,
    '',
    ...statement.cases.map((one) => `- ${caseLine(one, statement, feature)}`),
    '',
    ...(statement.note ? [markdownText(statement.note), ''] : []),
    ...(statement.buildOption ? [`Build option: ${markdownText(statement.buildOption)}`, ''] : []),
    'Evidence:',
    '',
    ...statement.evidence.map((one) => `- ${evidenceLink(one, info)}`),
    '',
  ]);
}

function caseLine(one: Case, { cases }: Statement, feature: Feature): string {
  const when = one.when
    ? `when ${markdownText(conditionText(one.when))}: `
    : cases.length > 1
      ? 'otherwise: '
      : '';
  const kind = feature.kind === 'command' ? 'command' : feature.kind === 'signal' ? 'signal' : 'call';
  const note = one.note ? `. ${markdownText(one.note)}` : '';
  return `${when}**${markdownText(caseText(one, { kind }))}**${note}`;
}

function rangeText({ since, until, option }: Statement): string {
  const parts = [
    ...(since ? [`since ${since}`] : []),
    ...(until ? [`before ${until}`] : []),
    ...(option ? [`with ${option}`] : []),
  ];
  return parts.length > 0 ? ` (${markdownText(parts.join(', '))})` : '';
}
