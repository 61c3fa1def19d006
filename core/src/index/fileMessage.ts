/**
 * What a file says to others, as a text: where two texts are the same, the uses of other files are, too.
 */
import type { ToldFacts } from '../facts/fileFacts.js';
import { isHeaderPath } from './programIndex.js';

/** Its macros, the functions that it defines, what it includes. */
export function messageOf(facts: ToldFacts): string {
  const { path, macros, definitions, definesMain, includes, computesIncludes, conditions } = facts;
  const conditionText = (index: number): string => {
    const texts: string[] = [];
    for (let at = index; at >= 0; at = conditions[at].parent) {
      texts.push(JSON.stringify(conditions[at].terms));
    }
    return texts.join();
  };
  const said: unknown[] = [
    definitions.map(({ name, kind, isStatic, condition }) => [
      name,
      kind,
      isStatic,
      conditionText(condition),
    ]),
    definesMain,
    includes.map(({ header, angled, condition }) => [header, angled, conditionText(condition)]),
    computesIncludes,
  ];
  if (isHeaderPath(path)) said.push(macros.map((macro) => [macro, conditionText(macro.condition)]));
  return JSON.stringify(said);
}
