/**
 * What is known of a macro on a target, for a program in memory.
 */
import { judgementOf, type TargetJudgement } from '#core/gaps/targetGap.js';
import { explainedTerms } from '#core/guards/explanation.js';
import { termReason } from '#core/messages/decisionText.js';
import { shippedKnowledge, targetOf } from './knowledge.js';
import { scanFiles } from './scan.js';

/** Files of a program by their paths. */
export type Program = Readonly<Record<string, string>>;

/** A file that asks for a macro, so that what is said of it is kept. */
function asking(condition: string): string {
  return `${condition}\nint f(void) { return fork(); }\n#endif\n`;
}

async function judgementFor(files: Program, target: string): Promise<TargetJudgement> {
  const { index } = await scanFiles(files);
  return judgementOf(targetOf(target), shippedKnowledge(), index, {});
}

/** `1`, `0` or another value of a macro, `defined` without one, `undefined`, or `?`. */
export async function macroValue(macro: string, files: Program, target: string): Promise<string> {
  const { environment } = await judgementFor({ ...files, 'asking.c': asking(`#ifdef ${macro}`) }, target);
  const value = environment.macro(macro);
  if (value.state === 'defined') return value.value === undefined ? 'defined' : String(value.value);
  return value.state === 'undefined' ? 'undefined' : '?';
}

/** Why a condition comes out as it does, a sentence a term. */
export async function reasonsFor(
  condition: string,
  files: Program,
  target: 'osv' | 'rumprun',
): Promise<string[]> {
  const { index, uses } = await scanFiles({ ...files, 'asking.c': asking(condition) });
  const { environment } = judgementOf(targetOf(target), shippedKnowledge(), index, {});
  const guard = uses.find(({ path }) => path === 'asking.c')?.guard;
  const name = target === 'osv' ? 'OSv' : 'Rumprun';
  return explainedTerms(guard, environment).map((term) => termReason(term, name));
}
