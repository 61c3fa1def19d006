/**
 * Merges corrections from files: parts of a statement (`{ id: { returns, errno, effect, note, evidence, cases } }`)
 * and whole statements (`{ id: Statement[] }`).
 */
import type { Case, Effect, Evidence, Statement } from '#core/knowledge/schema.generated.js';
import { addStatement, generalStatement, type StatementMap } from './statementMap.js';

export interface Patch {
  readonly returns?: number | string;
  readonly errno?: string;
  readonly effect?: Effect;
  readonly note?: string;
  readonly evidence?: readonly Evidence[];
  readonly cases?: readonly Case[];
}

export type PatchFile = Readonly<Record<string, Patch>>;
export type StatementsFile = Readonly<Record<string, readonly Statement[]>>;

/** Applies a file of corrections. Returns the ids that have no statement to correct. */
export function applyPatch(map: StatementMap, file: PatchFile): string[] {
  const unknown: string[] = [];
  for (const [id, patch] of Object.entries(file)) {
    const entry = map.get(id);
    if (entry) {
      patchStatement(generalStatement(entry), patch);
      entry.curated = true;
    } else {
      unknown.push(id);
    }
  }
  return unknown;
}

/** Adds the statements of a file; each goes in front of more general ones. */
export function mergeStatements(map: StatementMap, file: StatementsFile): void {
  for (const [id, statements] of Object.entries(file)) {
    for (const statement of statements) addStatement(map, id, statement);
  }
}

function patchStatement(statement: Statement, patch: Patch): void {
  if (patch.cases) statement.cases = [...patch.cases];
  else statement.cases = statement.cases.map((one) => patchCase(one, patch));
  if (patch.note !== undefined) statement.note = patch.note;
  if (patch.evidence) statement.evidence = withNew(statement.evidence, patch.evidence);
}

/** Fills in what a case that does not work leaves open; what it says itself stays. */
function patchCase(one: Case, patch: Patch): Case {
  if (one.behaviour === 'supported' || one.behaviour === 'missing') return one;
  const { returns, errno, effect } = patch;
  return {
    ...one,
    ...(returns !== undefined && !(one.when && one.returns !== undefined) ? { returns } : {}),
    ...(errno !== undefined && !(one.when && one.errno !== undefined) ? { errno } : {}),
    ...(effect !== undefined && !one.when ? { effect } : {}),
  };
}

function withNew(known: readonly Evidence[], added: readonly Evidence[]): Evidence[] {
  const seen = new Set(known.map((one) => JSON.stringify(one)));
  return [...known, ...added.filter((one) => !seen.has(JSON.stringify(one)))];
}
