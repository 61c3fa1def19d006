/**
 * A gap by what does the job of something that people rely on, and not by whether that can be started.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { DebuggingLevel, Statement, Substitute } from '../knowledge/schema.generated.js';
import type { Use } from '../uses/use.js';
import type { TargetGap } from './gap.js';
import type { Severity } from './severity.js';
import type { TargetJudgement } from './targetGap.js';

/** Undefined where that is the thing itself, or unknown. */
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

const SEVERITY: Readonly<Record<DebuggingLevel, Severity | undefined>> = {
  same: undefined,
  inside: 'information',
  outside: 'information',
  none: 'warning',
};

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
