/**
 * Lists what the facts leave open: failing cases without a returned value or errno.
 */
import type { StatementMap } from './statementMap.js';

/** One line a case, such as `function/catopen: returns, errno`. */
export function openValues(map: StatementMap): string[] {
  const lines: string[] = [];
  for (const [id, entry] of map) {
    for (const statement of entry.statements) {
      for (const one of statement.cases) {
        if (one.behaviour !== 'fails') continue;
        const open = [
          ...(one.returns === undefined ? ['returns'] : []),
          ...(one.errno === undefined ? ['errno'] : []),
        ];
        if (open.length > 0) lines.push(`${id}: ${open.join(', ')}${one.when ? ' (a case)' : ''}`);
      }
    }
  }
  return lines;
}
