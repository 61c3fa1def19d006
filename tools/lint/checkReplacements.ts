/**
 * Replacements close a gap and open none: what is replaced does not work on the targets that they are for, what is
 * written does, and the other targets lose nothing. The evidence is that of the statements.
 */

import { BADNESS } from '#core/gaps/possibleCases.js';
import type { Replacement, Statement } from '#core/knowledge/schema.generated.js';
import { recipeCode } from '#core/messages/recipeCode.js';
import { type Data, statementsOf } from '../generate/readData.js';
import { eachReplacement, type PlacedReplacement } from './eachReplacement.js';

/** Replacements that lead nowhere, or whose text would not fit where it is put. */
export function checkReplacements(data: Data): string[] {
  const statements = new Map([...data.curated.keys()].map((id) => [id, statementsOf(data, id)]));
  const titles = new Set<string>();
  return eachReplacement(data).flatMap((placed) => {
    const problems = [...formProblems(placed, data)];
    const unlisted = [placed.id, ...placed.written].filter((id) => !(id in data.features.features));
    problems.push(...unlisted.map((id) => `features.json does not list ${id}`));
    if (titles.has(placed.place)) problems.push('there is another one of this title');
    titles.add(placed.place);
    for (const target of placed.replacement.targets) {
      const known = statements.get(target);
      if (known) problems.push(...gapProblems(placed, target, known));
      else problems.push(`there is no target ${target}`);
    }
    for (const [target, known] of statements) problems.push(...otherProblems(placed, target, known));
    return problems.map((problem) => `${placed.place}: ${problem}`);
  });
}

function formProblems({ id, replacement }: PlacedReplacement, data: Data): string[] {
  const { edit, example, safe, guarded, targets } = replacement;
  const problems: string[] = [];
  if ('flag' in edit !== id.startsWith('flag/')) problems.push('the form does not fit the kind of feature');
  if (targets.some((one, index) => index > 0 && targets[index - 1] >= one))
    problems.push('targets are not sorted');
  if (safe && (guarded || 'skeleton' in edit))
    problems.push('it cannot be safe: Linux lacks what is written');
  if ('call' in edit) problems.push(...callProblems(edit));
  if ('skeleton' in edit) {
    const code = recipeCode(data.notes.get(edit.skeleton) ?? '')?.join('\n');
    if (code === undefined) problems.push(`there is no note "${edit.skeleton}" with C in its recipe`);
    else if (code.includes('*/')) problems.push(`the recipe of "${edit.skeleton}" has comments within lines`);
  } else if (example.after === undefined) problems.push('the example does not show what is written');
  return problems;
}

function callProblems({ call, count, where = [] }: Extract<Replacement['edit'], { call: string }>): string[] {
  const problems: string[] = [];
  if (!isClosed(call)) problems.push('the text is neither a call nor in parentheses');
  const numbers = [...call.matchAll(/\$(\d)/g)].map((match) => Number(match[1]));
  for (const number of [...numbers, ...where.map(({ argument }) => argument)]) {
    if (number < 1 || number > count) problems.push(`there is no argument ${number}`);
  }
  return problems;
}

/** Whether a text keeps its meaning whatever stands around it: a call, a number, or something in parentheses. */
function isClosed(text: string): boolean {
  if (/^\d+( \/\*.*\*\/)?$/.test(text)) return true;
  const open = text.indexOf('(');
  if (!/^\w*$/.test(text.slice(0, open))) return false;
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

type Statements = ReadonlyMap<string, readonly Statement[]>;

function gapProblems({ id, replacement, written }: PlacedReplacement, target: string, known: Statements) {
  const problems: string[] = [];
  if (statementOf(known, id)?.cases.every(({ behaviour }) => behaviour === 'supported'))
    problems.push(`${id} works on ${target}`);
  const levels = written.map((one) => bestLevel(known, one));
  if (levels.some((level) => level > BADNESS.partial))
    problems.push(`what is written does not work on ${target}`);
  const isPartial = levels.includes(BADNESS.partial);
  if (isPartial && replacement.limits === undefined)
    problems.push(`what is written has limits on ${target}, and nothing says why it will do`);
  if (!isPartial && replacement.limits !== undefined)
    problems.push(`what is written has no limits on ${target}`);
  return problems;
}

function otherProblems({ id, replacement, written }: PlacedReplacement, target: string, known: Statements) {
  if (replacement.guarded || replacement.targets.includes(target)) return [];
  const level = bestLevel(known, id);
  const worse = written.find((one) => bestLevel(known, one) > level);
  return worse === undefined ? [] : [`${worse} is worse than ${id} on ${target}`];
}

/** How bad the best case is: what is written has arguments for which it holds, and its example shows so. */
function bestLevel(known: Statements, id: string): number {
  const cases = statementOf(known, id)?.cases;
  return cases ? Math.min(...cases.map(({ behaviour }) => BADNESS[behaviour])) : BADNESS.missing;
}

/** Of the newest version, without options. */
function statementOf(known: Statements, id: string): Statement | undefined {
  return known.get(id)?.find(({ until, option }) => until === undefined && option === undefined);
}
