/**
 * The verdict of a target in words: the same in terminal, page and Markdown.
 */
import type { SettingsDocument } from '../report/operationDocument.js';
import type { TargetDocument } from '../report/reportDocument.js';
import type { SymbolCount } from '../report/symbolCounts.js';
import type { Verdict } from '../report/verdict.js';
import { figureText } from './figureText.js';
import { settingManner } from './settingText.js';

export const VERDICT_MEANING: Readonly<Record<Verdict, string>> = {
  ready: 'runs as it is, as far as can be told',
  configure: 'settings and build options are enough',
  patch: 'some code has to be changed',
  redesign: 'the structure has to be changed',
};

/** All that is said of a target beside its verdict, a sentence or two each. */
export function verdictDetails(target: TargetDocument): string[] {
  const details = [
    reasonText(target),
    worseText(target),
    ...settingsTexts(target),
    figureText(target),
    lowerBoundText(target),
    leftOutText(target),
    ...target.remarks,
    target.facilities.length > 0 ? `operation: ${target.operability}` : undefined,
  ];
  return details.filter((text) => text !== undefined);
}

/** The settings of known servers that switch gaps of their own source off, and what they cost. */
export function settingsTexts({ settings }: Pick<TargetDocument, 'settings'>): string[] {
  return settings.flatMap(settingsLines);
}

function settingsLines({ server, settings, port }: SettingsDocument): string[] {
  const lines = settings.map(({ closed, loses, ...words }) => {
    const lost = loses === undefined ? '' : `; lost: ${loses}`;
    return `${server} ${settingManner(words)}: ${closed === 1 ? '1 gap' : `${closed} gaps`} less${lost}`;
  });
  if (port)
    lines.push(`${server} has been run there without changing its source: ${port.how} [${port.evidence}]`);
  return lines;
}

/** The verdict, or its range. */
export function verdictWord({ least, most }: Pick<TargetDocument, 'least' | 'most'>): string {
  return least === most ? least : `${least} to ${most}`;
}

/** What decides the verdict, or undefined where nothing stands in the way. */
export function reasonText({ because }: TargetDocument): string | undefined {
  return because.length > 0 ? `because of ${symbolsText(because)}` : undefined;
}

/** On what a worse verdict hangs, or undefined where there is none. */
export function worseText(target: TargetDocument): string | undefined {
  const { least, most, unless, conditions } = target;
  if (least === most) return undefined;
  if (conditions.length === 0) {
    if (unless.length === 0) return `${most} if what nobody can see asks for it`;
    const times = unless.reduce((sum, { count }) => sum + count, 0);
    return `${most} if ${symbolsText(unless)} ${times > 1 ? 'are' : 'is'} reached with such arguments`;
  }
  const names = conditions.slice(0, 3).join(', ');
  const more = conditions.length > 3 ? ` or ${conditions.length - 3} more` : '';
  return `${most} if ${names}${more} (${symbolsText(unless)})`;
}

/** What is said where too little is known for the verdict to stand by itself. */
export function lowerBoundText({ isCovered, byBehaviour }: TargetDocument): string | undefined {
  if (isCovered || byBehaviour.unknown === 0) return undefined;
  return `nothing is known of ${byBehaviour.unknown} of them: take the verdict as a lower bound`;
}

/** Files that a build for the target does not take, or undefined where there are none. */
export function leftOutText({ leftOut }: TargetDocument): string | undefined {
  if (leftOut.length === 0) return undefined;
  const files =
    leftOut.length === 1 ? '1 file of another system is' : `${leftOut.length} files of other systems are`;
  const more = leftOut.length > FILES_NAMED ? ` and ${leftOut.length - FILES_NAMED} more` : '';
  return `${files} left out: ${leftOut.slice(0, FILES_NAMED).join(', ')}${more}`;
}

const FILES_NAMED = 3;

/** Features by how often they stand in the way; where, as long as it is one file. */
function symbolsText(symbols: TargetDocument['because']): string {
  const shown = symbols.slice(0, 4).map(symbolText);
  return shown.join(', ') + (symbols.length > 4 ? ` and ${symbols.length - 4} more` : '');
}

/** `fork in a.c`, `fork (3 in a.c)`, `fork (7 in 4 files)`. */
function symbolText({ symbol, count, files, path }: SymbolCount): string {
  if (count === 1) return `${symbol} in ${path}`;
  return `${symbol} (${count} in ${files > 1 ? `${files} files` : path})`;
}
