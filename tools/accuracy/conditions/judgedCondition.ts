/**
 * Conditions of real packages, judged by hand from the sources of the package and of the target: `conditions.json`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';

/** What a condition asks for. */
export const KINDS = [
  /** Macros of compilers and systems: `__linux__`. */
  'system',
  /** What a configure script finds: `HAVE_X`, `HAVE_X_H`, `HAVE_DECL_X`, `HAVE_STRUCT_X_MEMBER`. */
  'function',
  'header',
  'declaration',
  'member',
  /** The same under a name of the project's own, or an answer of its build that is put together of several. */
  'project-probe',
  /** A macro that headers define: `SO_REUSEPORT`. */
  'constant',
  /** A macro that the package's own sources define under other conditions. */
  'own-switch',
  /** A choice of the builder, or a macro that a build for one system sets. */
  'option',
  /** Several macros, or a negation. */
  'compound',
  'include-guard',
  /** `#if 0`. */
  'never',
] as const;

export const ANSWERS = ['true', 'false', 'undecided'] as const;
export const JUDGED_TARGETS = ['osv', 'rumprun'] as const;

export type Answer = (typeof ANSWERS)[number];
export type JudgedTarget = (typeof JUDGED_TARGETS)[number];

export interface Judgement {
  /**
   * Whether a build for the target compiles what stands behind the directive, if it compiles what stands around:
   * the groups of the chain before an `#elif` count. `undecided` where builds may differ that all succeed.
   */
  readonly answer: Answer;
  /** What the builder chooses; for `undecided` alone. */
  readonly option?: string;
  /** The proof, with the places in the package (bare paths), the C library's headers or the target's sources. */
  readonly reasoning: string;
  /** Whether the build compiles what stands around the directive; left out where no `#if` does. */
  readonly enclosing?: Answer;
}

export interface JudgedCondition extends Readonly<Record<JudgedTarget, Judgement>> {
  /** Name and version of the Debian source package. */
  readonly package: string;
  readonly version: string;
  /** Relative to the package's folder. */
  readonly path: string;
  /** One-based line of the directive. */
  readonly line: number;
  /** The text of that line without the spaces around it. */
  readonly condition: string;
  readonly kind: (typeof KINDS)[number];
}

/** All of them. Throws an Error that names what is wrong with the file. */
export function readConditions(): JudgedCondition[] {
  const name = join('tools', 'accuracy', 'conditions', 'conditions.json');
  const conditions: unknown = JSON.parse(readFileSync(join(PROJECT_ROOT, name), 'utf8'));
  const problems = problemsOf(conditions);
  if (problems.length > 0) throw new Error(`${name}: ${problems.join('; ')}`);
  return conditions as JudgedCondition[];
}

/** How a place is written to a reader. */
export function placeText({ package: name, path, line }: JudgedCondition): string {
  return `${name} ${path}:${line}`;
}

/** What is wrong with judged conditions, in words; empty if nothing is. */
export function problemsOf(conditions: unknown): string[] {
  if (!Array.isArray(conditions)) return ['it is no list'];
  const places = new Set<string>();
  return conditions.flatMap((one: JudgedCondition, i) => {
    const problems = [...problemsOfPlace(one), ...JUDGED_TARGETS.flatMap((id) => problemsOfTarget(one, id))];
    const place = placeText(one);
    if (places.has(place)) problems.push('it is there twice');
    places.add(place);
    return problems.map((problem) => `${i + 1} (${place}): ${problem}`);
  });
}

function problemsOfPlace(one: JudgedCondition): string[] {
  const problems: string[] = [];
  for (const key of ['package', 'version', 'path', 'condition'] as const) {
    if (!isText(one[key])) problems.push(`${key} is no text`);
  }
  if (!Number.isInteger(one.line) || one.line < 1) problems.push('line is no line');
  if (isText(one.condition) && !/^#\s*(?:if|ifdef|ifndef|elif)\b/.test(one.condition)) {
    problems.push('condition is no directive');
  }
  if (!KINDS.includes(one.kind)) problems.push(`there is no kind ${one.kind}`);
  return [...problems, ...unknownKeys(one, PLACE_KEYS)];
}

function problemsOfTarget(one: JudgedCondition, id: JudgedTarget): string[] {
  const judgement: Judgement | undefined = one[id];
  if (judgement === undefined) return [`${id} is missing`];
  const { answer, option, reasoning, enclosing } = judgement;
  const problems: string[] = [];
  if (!ANSWERS.includes(answer)) problems.push(`there is no answer ${answer}`);
  if (answer === 'undecided' && !isText(option)) problems.push('undecided needs an option');
  if (answer !== 'undecided' && option !== undefined) problems.push('an option is for undecided alone');
  if (!isText(reasoning)) problems.push('reasoning is no text');
  if (enclosing !== undefined && !ANSWERS.includes(enclosing))
    problems.push(`there is no answer ${enclosing}`);
  return [...problems, ...unknownKeys(judgement, JUDGEMENT_KEYS)].map((problem) => `${id}: ${problem}`);
}

const PLACE_KEYS = ['package', 'version', 'path', 'line', 'condition', 'kind', ...JUDGED_TARGETS];
const JUDGEMENT_KEYS = ['answer', 'option', 'reasoning', 'enclosing'];

function unknownKeys(object: object, known: readonly string[]): string[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => `there is no ${key}`);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
