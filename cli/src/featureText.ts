/**
 * One feature for the terminal: per target its cases with returned value and errno, the evidence, the recipe.
 */

import type { Feature, Knowledge, TargetInfo } from '#core/knowledge/knowledge.js';
import type { Case, Statement } from '#core/knowledge/schema.generated.js';
import { formatTargetSpec, type TargetSpec } from '#core/knowledge/targetSpec.js';
import { conditionText } from '#core/messages/conditionText.js';
import { evidenceText } from '#core/messages/evidenceText.js';
import { caseText } from '#core/messages/gapMessage.js';
import { LEVEL_WORDS } from '#core/messages/operabilityText.js';
import { replacementText } from '#core/messages/replacementText.js';
import { settingAbout } from '#core/messages/settingText.js';
import type { Style } from './style.js';
import { substituteLines } from './substituteText.js';

/** Observations of one statement that are shown; the rest are counted. */
const OBSERVED_SHOWN = 6;

export function featureText(
  feature: Feature,
  targets: readonly TargetSpec[],
  knowledge: Knowledge,
  style: Style,
  withNote: boolean,
): string {
  const family = knowledge.families.get(feature.family);
  const lines = [style.bold(feature.id)];
  const about = [family?.title ?? feature.family];
  if (feature.header) about.push(`<${feature.header}>`);
  if (feature.standards.length > 0) about.push(feature.standards.join(', '));
  lines.push(about.join(' · '), '');
  const setting = settingAbout(feature.id, knowledge);
  if (setting.length > 0) lines.push(...setting, '');
  if (targets.length > 0) {
    for (const target of targets) {
      const info = knowledge.targets.get(target.id) as TargetInfo;
      const statement = knowledge.statement(target, feature.id);
      lines.push(style.bold(`${info.name} (${formatTargetSpec(target, info)})`));
      const instead = insteadLines(feature, info, knowledge, style, target.version);
      const known = statement ? statementLines(statement, feature, info, style, target.version) : [];
      lines.push(...knownLines([...known, ...instead]), '');
    }
  } else {
    for (const info of knowledge.targets.values())
      lines.push(...targetLines(feature, info, knowledge, style));
  }
  if (targets.length === 0) lines.push(...platformLines(feature, knowledge, style));
  const isAsked = (id: string): boolean => targets.length === 0 || targets.some((one) => one.id === id);
  const replacements = knowledge.replacements(feature.id).filter((one) => one.targets.some(isAsked));
  if (replacements.length > 0)
    lines.push(
      style.bold('Replacements'),
      ...replacements.map((one) => `  ${replacementText(one, knowledge)}`),
      '',
    );
  const note = withNote && feature.note !== undefined ? knowledge.noteMarkdown(feature.note) : undefined;
  if (note)
    lines.push(
      style.bold('Porting note'),
      ...note
        .trim()
        .split('\n')
        .map((line) => `  ${line}`),
      '',
    );
  return `${lines.join('\n')}\n`;
}

/** What platforms that are no targets have for a debugging tool. */
function platformLines(feature: Feature, knowledge: Knowledge, style: Style): string[] {
  const lines = [...knowledge.platforms().values()].flatMap(({ name, substitutes }) => {
    const found = Object.hasOwn(substitutes, feature.id) ? substitutes[feature.id] : undefined;
    if (!found) return [];
    return [`  ${name}: ${LEVEL_WORDS[found.level]}. ${found.what}`, ...commandLines(found.command)];
  });
  return lines.length === 0 ? [] : [style.bold('On other platforms'), ...lines, ''];
}

function commandLines(command: string | undefined): string[] {
  return command === undefined ? [] : [`      ${command}`];
}

function targetLines(feature: Feature, info: TargetInfo, knowledge: Knowledge, style: Style): string[] {
  const newest = info.versions.at(-1)?.id ?? '';
  let statements = knowledge.statements(info.id, feature.id);
  if (statements.length === 0) {
    const whole = knowledge.statement({ id: info.id, version: newest, options: [] }, feature.id);
    statements = whole ? [whole] : [];
  }
  const lines = statements.flatMap((statement) => [
    '',
    style.bold(info.name + rangeText(statement)),
    ...statementLines(statement, feature, info, style),
  ]);
  const instead = insteadLines(feature, info, knowledge, style);
  if (lines.length === 0) return [style.bold(info.name), ...knownLines(instead), ''];
  return [...lines.slice(1), ...instead, ''];
}

function knownLines(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ['  nothing is known'];
}

function insteadLines(
  feature: Feature,
  info: TargetInfo,
  knowledge: Knowledge,
  style: Style,
  version?: string,
): string[] {
  const substitute = knowledge.substitute(info.id, feature.id);
  return substitute ? substituteLines(substitute, info, style, version) : [];
}

function rangeText({ since, until, option }: Statement): string {
  const parts = [
    ...(since ? [`since ${since}`] : []),
    ...(until ? [`before ${until}`] : []),
    ...(option ? [`with ${option}`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** @param version the version that is asked about, if one is. */
function statementLines(
  statement: Statement,
  feature: Feature,
  info: TargetInfo,
  style: Style,
  version?: string,
): string[] {
  const kind = feature.kind === 'command' ? 'command' : 'call';
  const caseLine = (one: Case): string => {
    const when = one.when
      ? `when ${conditionText(one.when)}: `
      : statement.cases.length > 1
        ? 'otherwise: '
        : '';
    const effect = one.effect && one.behaviour === 'supported' ? ` (effect: ${one.effect})` : '';
    return `  ${when}${caseText(one, { kind })}${effect}${one.note ? `. ${one.note}` : ''}`;
  };
  const lines = statement.cases.map(caseLine);
  if (statement.note) lines.push(`  ${statement.note}`);
  if (statement.buildOption) lines.push(`  Build option: ${statement.buildOption}`);
  const observed = statement.evidence.filter((one) => 'observed' in one);
  const read = statement.evidence.filter((one) => !('observed' in one));
  for (const one of [...read, ...observed.slice(0, OBSERVED_SHOWN)])
    lines.push(style.dim(`  ${evidenceText(one, info, version)}`));
  if (observed.length > OBSERVED_SHOWN)
    lines.push(style.dim(`  and ${observed.length - OBSERVED_SHOWN} more observations`));
  return lines;
}
