/**
 * What headers declare, read from their text alone: for a target whose compiler is not at hand. Macros of the compiler
 * are those of the one that is, which is of the same family.
 */
import type { BuildInterface } from '#core/knowledge/schema.generated.js';
import { codeOf, definedMacros } from '../rumprun/definedNames.js';
import { compilerMacros } from './hostInterface.js';
import { interfaceOf } from './interfaceText.js';

/** @param headers all that an application may include; @param texts of those that count. */
export function headerInterface(
  source: string,
  headers: readonly string[],
  texts: readonly string[],
): BuildInterface {
  const macros = new Set(compilerMacros());
  const declared = new Set<string>();
  for (const text of texts) {
    for (const name of macroNames(text)) macros.add(name);
    for (const [name] of codeOf(text).matchAll(/[A-Za-z_]\w*/g)) declared.add(name);
  }
  return interfaceOf(source, headers, macros, declared);
}

/** With and without arguments. */
function macroNames(text: string): string[] {
  return [
    ...definedMacros(text).keys(),
    ...[...text.matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+)\(/gm)].map((m) => m[1]),
  ];
}
