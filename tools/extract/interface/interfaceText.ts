/**
 * Names of headers in the form in which the data holds them.
 */
import type { BuildInterface } from '#core/knowledge/schema.generated.js';

const KEYWORDS = new Set(
  (
    'auto break case char const continue default do double else enum extern float for goto if inline int long ' +
    'register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while'
  ).split(' '),
);

/** What guards a header against being included twice tells nobody anything. */
const INCLUDE_GUARD = /_H_*$|_H_INCLUDED_*$/;

/** @param declared all names in the code, those of macros among them. */
export function interfaceOf(
  source: string,
  headers: readonly string[],
  macros: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): Omit<BuildInterface, 'functions'> {
  const kept = [...macros].filter((name) => !INCLUDE_GUARD.test(name));
  // Parameters and helpers are written with two underscores.
  const others = [...declared].filter(
    (name) => !macros.has(name) && !KEYWORDS.has(name) && !/^__/.test(name),
  );
  return {
    source,
    headers: [...headers].sort().join(' '),
    macros: kept.sort().join(' '),
    declared: others.sort().join(' '),
  };
}
