/**
 * What a place of an operations file meets on one target. A command that shows what runs is judged by what does its job
 * there, not by whether it can be started: that it cannot is true of every command of a unikernel.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Use } from '../uses/use.js';
import type { FoundGap } from './gapsOfCall.js';
import { substituteGap } from './substituteGap.js';
import { type TargetJudgement, targetGapOf } from './targetGap.js';
import { weightOf } from './weight.js';

/** One fact is told once: what cannot run at all is not also told as something that shows less. */
export function gapsOfOperation(
  group: readonly Use[],
  judgement: TargetJudgement,
  knowledge: Knowledge,
): FoundGap[] {
  const found: FoundGap[] = [];
  for (const use of group) {
    const gap =
      use.kind === 'setting' || (use.kind === 'practice' && !knowledge.operated.has(use.feature))
        ? targetGapOf(use, judgement, knowledge)
        : substituteGap(use, judgement, knowledge);
    if (gap) found.push({ use, gap });
  }
  const running = found.filter(({ use }) => weightOf(use, knowledge) === 'run');
  const told = running.length > 0 ? running : found;
  // A signal says more than the program that sends it.
  const hasSignal = told.some(({ use }) => use.kind === 'signal');
  return hasSignal ? told.filter(({ use }) => use.kind !== 'command' || !isSender(use.symbol)) : told;
}

function isSender(program: string): boolean {
  return ['kill', 'pkill', 'killall', 'start-stop-daemon'].includes(program);
}
