/**
 * The verdict of one target in the terminal: the word, the reason, the figure, the coverage.
 */
import type { Gap } from '#core/gaps/gap.js';
import { purposeText } from '#core/messages/gapMessage.js';
import type { Figure } from '#core/report/figure.js';
import type { TargetReport } from '#core/report/report.js';
import type { Verdict } from '#core/report/verdict.js';
import type { Style } from './style.js';

const MEANING: Readonly<Record<Verdict, string>> = {
  ready: 'runs as it is, as far as the source tells',
  configure: 'settings and build options are enough',
  patch: 'some code has to be changed',
  redesign: 'the structure has to be changed',
};

export function verdictLines(target: TargetReport, style: Style): string[] {
  const { verdict, figure, name } = target;
  const word = verdict.least === verdict.most ? verdict.least : `${verdict.least} to ${verdict.most}`;
  const lines = [`${style.bold(`${name}: ${word}`)} — ${MEANING[verdict.least]}`];
  if (verdict.because.length > 0) lines.push(`  because of ${reasons(verdict.because)}`);
  if (verdict.most !== verdict.least) lines.push(`  ${verdict.most} ${condition(target)}`);
  lines.push(`  ${figureText(figure)}`);
  if (!verdict.isCovered) {
    lines.push(
      `  nothing is known of ${figure.byBehaviour.unknown} of them: take the verdict as a lower bound`,
    );
  }
  if (target.leftOut.length > 0) lines.push(`  ${leftOutText(target.leftOut)}`);
  return [...lines, ''];
}

function leftOutText(paths: readonly string[]): string {
  const files =
    paths.length === 1 ? '1 file of another system is' : `${paths.length} files of other systems are`;
  const more = paths.length > FILES_NAMED ? ` and ${paths.length - FILES_NAMED} more` : '';
  return `${files} left out: ${paths.slice(0, FILES_NAMED).join(', ')}${more}`;
}

const FILES_NAMED = 3;

function condition({ verdict }: TargetReport): string {
  if (verdict.conditions.length === 0)
    return `if ${reasons(verdict.unless)} ${verdict.unless.length > 1 ? 'are' : 'is'} reached with such arguments`;
  const names = verdict.conditions.slice(0, 3).join(', ');
  const more = verdict.conditions.length > 3 ? ` or ${verdict.conditions.length - 3} more` : '';
  return `if ${names}${more} (${reasons(verdict.unless)})`;
}

/** Features by how often they stand in the way. */
function reasons(gaps: readonly Gap[]): string {
  const counts = new Map<string, number>();
  for (const { use } of gaps) {
    const name = use.symbol + purposeText(use);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const shown = sorted.slice(0, 4).map(([name, number]) => (number > 1 ? `${name} (${number})` : name));
  return shown.join(', ') + (sorted.length > 4 ? ` and ${sorted.length - 4} more` : '');
}

function figureText(figure: Figure): string {
  const { used, byBehaviour } = figure;
  const { supported, partial, fails, missing, unknown, hangs, aborts } = byBehaviour;
  const lies = byBehaviour['no-op'] + byBehaviour.wrong;
  const parts = [
    `${supported} ${supported === 1 ? 'behaves' : 'behave'} as on Linux`,
    ...some(partial, 'has limits', 'have limits'),
    ...some(fails, 'fails', 'fail'),
    ...some(lies, 'lies about success', 'lie about success'),
    ...some(aborts + hangs, 'halts or hangs the guest', 'halt or hang the guest'),
    ...some(missing, 'is missing', 'are missing'),
    ...some(unknown, 'is unknown', 'are unknown'),
  ];
  return `of ${used} platform ${used === 1 ? 'feature' : 'features'} used, ${parts.join(', ')}${unknownText(figure)}`;
}

function some(number: number, one: string, many: string): string[] {
  return number > 0 ? [`${number} ${number === 1 ? one : many}`] : [];
}

/** Names of features of which nothing is known, the first of them. */
function unknownText({ unknown }: Figure): string {
  if (unknown.length === 0) return '';
  const names = unknown.slice(0, 4).map((id) => id.slice(id.indexOf('/') + 1));
  return ` (${names.join(', ')}${unknown.length > 4 ? ', ...' : ''})`;
}
