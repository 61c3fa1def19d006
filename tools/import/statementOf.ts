/**
 * Turns a row of the facts, with its argument cases, into a statement.
 */
import type { Behaviour, Case, Statement } from '#core/knowledge/schema.generated.js';
import { caseOf, effectOf } from './caseOf.js';
import { evidenceOf, type RepositoryKeys } from './evidenceOf.js';
import type { FactRow, WhenRow } from './factRow.js';
import { failureValue } from './failureValue.js';
import { cleanText } from './sentence.js';

/** How a target tells that something is missing. */
export interface TargetRules {
  readonly repositories: RepositoryKeys;
  /** The case of something that is missing. */
  missingCase(row: FactRow): Case;
  /** Cases written by hand, which go before those of the facts. */
  readonly handCases: Readonly<Record<string, readonly Case[]>>;
  /** Notes written by hand, in place of those of the facts. */
  readonly handNotes: Readonly<Record<string, string>>;
  /** Ids for which nothing is known beyond the cases of the facts. */
  readonly leftOpen: ReadonlySet<string>;
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  supported: 'supported',
  partial: 'partial',
  'stub-success': 'no-op',
  'stub-fail': 'fails',
  missing: 'missing',
};

/** The statement that a row makes about a feature. */
export function statementOf(
  id: string,
  row: FactRow,
  when: WhenRow | undefined,
  rules: TargetRules,
): Statement {
  const hand = rules.handCases[id];
  const cases = hand ? [...hand] : when ? casesOf(id, when, row, rules) : [onlyCase(id, row, rules)];
  const buildOption = buildOptionOf(row);
  return {
    cases: cases.map((one) => withDanger(one, row)),
    note: noteWithOption(cleanText(rules.handNotes[id] ?? row.note), row),
    ...(buildOption ? { buildOption } : {}),
    evidence: evidenceOf(row.evidence, row.header, rules.repositories),
  };
}

/**
 * The cases of the facts. Where they end with a condition, the status of the row stands for the rest. The only
 * case of a statement needs no note: the statement's own says more.
 */
function casesOf(id: string, when: WhenRow, row: FactRow, rules: TargetRules): Case[] {
  const cases = when.cases.map((fact) => caseOf(id, fact));
  if (cases[cases.length - 1].when) {
    const rest = BEHAVIOURS[row.status];
    return rules.leftOpen.has(id) || rest === 'fails' ? cases : [...cases, { behaviour: rest }];
  }
  if (cases.length > 1) return cases;
  const { note: _note, ...only } = cases[0];
  return [only];
}

function onlyCase(id: string, row: FactRow, rules: TargetRules): Case {
  const behaviour = BEHAVIOURS[row.status];
  if (!behaviour) throw new Error(`unknown status ${row.status} of ${id}`);
  if (behaviour === 'missing') return rules.missingCase(row);
  const effect = effectOf(row.effect);
  if (behaviour !== 'fails') {
    return { behaviour, ...(effect && behaviour === 'supported' ? { effect } : {}) };
  }
  if (effect === 'hang') return { behaviour: 'hangs', effect };
  if (effect) return { behaviour: 'aborts', effect };
  return { behaviour, ...failureValue({ id, ...row }) };
}

/** A danger of the row belongs to what is not `supported` in it. */
function withDanger(one: Case, row: FactRow): Case {
  const silent = one.behaviour === 'wrong' || one.behaviour === 'aborts';
  return row.danger && (silent || !one.when) && one.behaviour !== 'supported'
    ? { ...one, danger: true }
    : one;
}

function buildOptionOf(row: FactRow): string | undefined {
  if (row.statusIfHidden === 'missing') return 'conf_hide_symbols';
  return /-lrump\w+/.exec(row.note)?.[0];
}

function noteWithOption(note: string, row: FactRow): string {
  if (row.statusIfHidden !== 'missing' || /hidden symbols/.test(note)) return note;
  return `${note} Kernels built with conf_hide_symbols=1 lack it.`;
}
