/**
 * `Makefile.am` and the files that it includes: which lists of sources, programs and folders it has, and under which
 * conditions. What the lists of all files together say is worked out in `builtSources.ts`.
 */
import type { BuildFileFacts } from './buildFileFacts.js';

/** Conditions of `AM_CONDITIONAL` that have to hold, outermost first; `!X` for one that must not. */
export type Conditions = readonly string[];

/** What is added to a variable in one place. */
export interface ListedWords {
  readonly variable: string;
  readonly words: readonly string[];
  readonly conditions: Conditions;
  /** Zero-based. */
  readonly line: number;
}

export interface AutomakeFacts {
  readonly lists: readonly ListedWords[];
  /** Files that it includes, as they are written. */
  readonly includes: readonly { readonly file: string; readonly conditions: Conditions }[];
}

/** Deeper ones are no conditions that somebody wrote. */
const DEEPEST = 40;

export function readAutomake(_path: string, text: string): BuildFileFacts {
  const lists: ListedWords[] = [];
  const includes: { file: string; conditions: Conditions }[] = [];
  const open: string[] = [];
  for (const { text: line, number } of logicalLines(text)) {
    const directive = /^\s*(if|else|endif)\b\s*(!?)\s*(\w*)/.exec(line);
    if (directive) {
      const [, word, negation, name] = directive;
      if (word === 'if' && open.length < DEEPEST) open.push(negation + name);
      else if (word === 'else') open.push(negated(open.pop() ?? ''));
      else if (word === 'endif') open.pop();
      continue;
    }
    const conditions = open.filter((one) => one !== '' && one !== '!');
    const included = /^include\s+(\S+)/.exec(line)?.[1];
    if (included !== undefined) includes.push({ file: included, conditions });
    const assignment = /^\s*([\w.%]+)\s*(?:\+|\?|:)?=\s*(.*)$/.exec(line);
    if (!assignment || line.startsWith('\t')) continue;
    const [, variable, value] = assignment;
    const words = value.split(/\s+/).filter((one) => one !== '');
    if (words.length > 0) lists.push({ variable, words, conditions, line: number });
  }
  return { probes: [], options: [], set: [], automake: { lists: onlyOfSources(lists), includes } };
}

function negated(condition: string): string {
  return condition.startsWith('!') ? condition.slice(1) : `!${condition}`;
}

/** Without comments; a backslash at its end joins a line with the next. */
function* logicalLines(text: string): Generator<{ text: string; number: number }> {
  let joined = '';
  let first = 0;
  for (const [number, raw] of text.split('\n').entries()) {
    if (joined === '') first = number;
    const line = raw.replace(/(^|\s)#.*$/, '$1').replace(/\r$/, '');
    if (line.endsWith('\\')) {
      joined += `${line.slice(0, -1)} `;
      continue;
    }
    yield { text: joined + line, number: first };
    joined = '';
  }
  if (joined !== '') yield { text: joined, number: first };
}

/** What says which sources make what, and the variables that are named there. */
function onlyOfSources(lists: readonly ListedWords[]): ListedWords[] {
  const byVariable = new Map<string, ListedWords[]>();
  for (const one of lists) {
    const known = byVariable.get(one.variable);
    if (known) known.push(one);
    else byVariable.set(one.variable, [one]);
  }
  const kept = new Set<string>();
  const pending = [...byVariable.keys()].filter((name) => SAYS_WHAT_IS_BUILT.test(name));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (kept.has(name)) continue;
    kept.add(name);
    for (const { words } of byVariable.get(name) ?? []) {
      for (const word of words) {
        const named = variableOf(word);
        if (named !== undefined) pending.push(named);
      }
    }
  }
  return lists.filter(({ variable }) => kept.has(variable));
}

const SAYS_WHAT_IS_BUILT = /_(?:SOURCES|PROGRAMS|LIBRARIES|LTLIBRARIES)$|^SUBDIRS$/;

/** `X` for the word `$(X)`. */
export function variableOf(word: string): string | undefined {
  return /^\$[({](\w+)[)}]$/.exec(word)?.[1];
}
