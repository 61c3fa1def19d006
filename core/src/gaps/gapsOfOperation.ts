/**
 * What a place of an operations file meets on one target. A command that shows what runs is judged by what does its job
 * there, not by whether it can be started: that it cannot is true of every command of a unikernel.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { DebuggingLevel, Statement, Substitute } from '../knowledge/schema.generated.js';
import type { Use } from '../uses/use.js';
import type { TargetGap } from './gap.js';
import type { FoundGap } from './gapsOfCall.js';
import type { Severity } from './severity.js';
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

const SEVERITY: Readonly<Record<DebuggingLevel, Severity | undefined>> = {
  same: undefined,
  inside: 'information',
  outside: 'information',
  none: 'warning',
};

/** A gap by what does the job of something that people rely on; undefined where that is the thing itself, or unknown. */
export function substituteGap(
  use: Use,
  { target }: TargetJudgement,
  knowledge: Knowledge,
): TargetGap | undefined {
  const substitute = knowledge.substitute(target.id, use.feature);
  const severity = substitute && SEVERITY[substitute.level];
  if (!substitute || !severity) return undefined;
  const statement = statementOf(substitute);
  return {
    target,
    behaviour: 'missing',
    severity,
    severityIfBuilt: severity,
    statement,
    case: statement.cases[0],
    isDecided: true,
    exceptions: NONE,
    tags: NONE,
    undecided: NONE,
    substitute,
  };
}

const NONE: readonly never[] = [];

/** What does the job, as a statement: its evidence is shown as that of any other. */
function statementOf(substitute: Substitute): Statement {
  let statement = STATEMENTS.get(substitute);
  if (!statement) {
    const { what, evidence } = substitute;
    statement = { cases: [{ behaviour: 'missing', at: 'call' }], note: what, evidence };
    STATEMENTS.set(substitute, statement);
  }
  return statement;
}

const STATEMENTS = new WeakMap<Substitute, Statement>();

function isSender(program: string): boolean {
  return ['kill', 'pkill', 'killall', 'start-stop-daemon'].includes(program);
}
