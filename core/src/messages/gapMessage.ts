/**
 * The sentences that a gap is told with: the same in editor, terminal and report.
 */
import type { Gap, TargetGap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Case } from '../knowledge/schema.generated.js';
import { nameOf } from '../report/report.js';
import type { Use } from '../uses/use.js';
import { conditionText } from './conditionText.js';

/** One line: what happens, on which targets, worst first; equal outcomes together. */
export function gapMessage(gap: Gap, knowledge: Knowledge): string {
  const outcomes = new Map<string, string[]>();
  for (const one of gap.targets) {
    const text = outcomeText(one, gap.use);
    const names = outcomes.get(text);
    if (names) names.push(nameOf(one.target, knowledge));
    else outcomes.set(text, [nameOf(one.target, knowledge)]);
  }
  const parts = [...outcomes].map(([text, names]) => `${names.join(' and ')}: ${text}`);
  return `${subject(gap.use)}${purposeText(gap.use)}${programText(gap.programs)} — ${parts.join('; ')}`;
}

/** What a target does, and the statement's own words: for the line below the message. */
export function gapDetail(gap: TargetGap): string {
  return gap.case.note ?? gap.statement.note ?? '';
}

/** How a use is named in a sentence. */
export function subject(use: Use): string {
  const symbol = use.kind === 'call' || use.kind === 'macro' ? `${use.symbol}()` : use.symbol;
  switch (use.kind) {
    case 'syscall':
      return `system call ${use.symbol}`;
    case 'include':
      return `header <${use.symbol}>`;
    case 'command':
      return `program ${use.symbol}`;
    case 'path':
      return depth(use.name) > depth(symbol) ? `${use.name} below ${symbol}` : symbol;
    case 'macro':
      return use.name === use.symbol ? symbol : `${symbol} through ${use.name}`;
    default:
      return symbol;
  }
}

/** How many names a path has. */
function depth(path: string): number {
  return path.replace(/\/+$/, '').split('/').length;
}

/** What a call is for, behind its name. */
export function purposeText({ purpose }: Pick<Use, 'purpose'>): string {
  return purpose === 'daemon' ? ' to become a daemon' : '';
}

function outcomeText(gap: TargetGap, use: Use): string {
  const limit = gap.behaviour === 'partial' ? firstSentence(gapDetail(gap)) : '';
  return caseText(gap.case, use) + (limit === '' ? '' : ` (${limit})`) + hedge(gap);
}

/** The first sentence of a note, to stand within another. */
function firstSentence(note: string): string {
  const sentence = note.split(/\.(?:\s|$)/, 1)[0];
  return /^[A-Z][a-z]/.test(sentence) ? sentence[0].toLowerCase() + sentence.slice(1) : sentence;
}

/** On what it depends that the case holds: arguments that nobody can read, conditions of the build. */
function hedge({ exceptions, undecided }: TargetGap): string {
  const parts: string[] = [];
  if (exceptions.length > 0) parts.push(` unless ${exceptions.slice(0, 2).map(conditionText).join(', or ')}`);
  if (undecided.length > 0) parts.push(` (where ${undecided.slice(-2).join(' and ')} holds)`);
  return parts.join('');
}

/** What a case does, in a few words. */
export function caseText(one: Case, use: Pick<Use, 'kind'>): string {
  const result = resultText(one);
  switch (one.behaviour) {
    case 'supported':
      return 'works';
    case 'partial':
      return 'works with limits';
    case 'no-op':
      return `reports success and does nothing${result ? ` (${result})` : ''}`;
    case 'wrong':
      return `gives a wrong answer${result ? ` (${result})` : ''}`;
    case 'fails':
      return `fails${result ? `: ${result}` : ''}`;
    case 'hangs':
      return 'hangs';
    case 'aborts':
      return (
        (one.effect === 'power-off' ? 'powers the guest off' : 'halts the guest') +
        (use.kind === 'signal' ? ' when it comes' : '')
      );
    case 'missing':
      return missingText(one, use);
  }
}

function missingText(one: Case, use: Pick<Use, 'kind'>): string {
  switch (one.at) {
    case 'compile':
      return 'missing: does not compile';
    case 'link':
      return 'missing: does not link';
    case 'first-call':
      return 'missing: the guest halts at the first call';
    case 'open':
      return `missing: open fails${one.errno ? ` with ${one.errno}` : ''}`;
    default:
      return use.kind === 'command'
        ? 'cannot be started'
        : `missing${resultText(one) ? `: ${resultText(one)}` : ''}`;
  }
}

function resultText(one: Case): string {
  const parts: string[] = [];
  if (one.returns !== undefined) parts.push(`returns ${one.returns}`);
  if (one.errno === 'unchanged') parts.push('errno left unchanged');
  else if (one.errno === 'zero') parts.push('errno reset to 0');
  else if (one.errno !== undefined) parts.push(`errno ${one.errno}`);
  return parts.join(', ');
}

function programText(programs: readonly string[]): string {
  const names = [...new Set(programs)].filter((name) => name !== 'sh');
  return names.length > 0 ? ` (starts ${names.slice(0, 4).join(', ')})` : '';
}
