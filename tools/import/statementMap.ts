/**
 * The statements of a target while they are put together: by feature, hand-written ones kept apart from
 * machine-written ones.
 */
import type { Statement } from '#core/knowledge/schema.generated.js';

export interface Entry {
  /** Written or checked by hand, or more than a machine could classify. */
  curated: boolean;
  statements: Statement[];
}

export type StatementMap = Map<string, Entry>;

/**
 * Adds a statement in front of the less specific ones. One for the same versions and option is replaced.
 */
export function addStatement(map: StatementMap, id: string, statement: Statement): void {
  const entry = map.get(id);
  if (!entry) {
    map.set(id, { curated: true, statements: [statement] });
    return;
  }
  entry.curated = true;
  const rest = entry.statements.filter((other) => scope(other) !== scope(statement));
  entry.statements = [...rest, statement].sort((one, other) => specificity(other) - specificity(one));
}

/** The statement for the default version without options, which observations are about. */
export function generalStatement(entry: Entry): Statement {
  const fits = entry.statements.filter((one) => one.until === undefined && one.option === undefined);
  return fits.at(-1) ?? entry.statements[entry.statements.length - 1];
}

function scope(statement: Statement): string {
  return [statement.since ?? '', statement.until ?? '', statement.option ?? ''].join(' ');
}

/** Options count for more than versions. */
function specificity(statement: Statement): number {
  return (statement.option ? 4 : 0) + (statement.since ? 1 : 0) + (statement.until ? 1 : 0);
}
