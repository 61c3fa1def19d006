/**
 * The shape in which programs become daemons: in one function a fork whose parent ends or leaves, a session of its
 * own or the null device for the terminal, and no other program that is started.
 */
import { literalPattern } from '../source/literalPattern.js';

/** A function with the text of its comments, strings and directives blanked, to be asked about its forks. */
export class DaemonShape {
  private constructor(
    private readonly code: string,
    /** Whether it does all that daemon() does: then a parent that goes back with its child's number is to end. */
    private readonly isWhole: boolean,
  ) {}

  /** Undefined for a function that detaches from nothing or starts another program. */
  static of(text: string): DaemonShape | undefined {
    if (text.length > MAX_LENGTH || !/\bsetsid\b|\bTIOCNOTTY\b|\bdup2\b/.test(text)) return undefined;
    const code = text.replace(NO_CODE, (part) => ' '.repeat(part.length));
    const leavesSession = /\bsetsid\s*\(|\bTIOCNOTTY\b/.test(code);
    const leavesTerminal = /\bdup2\s*\(/.test(code) && /"\/dev\/null"|\b_PATH_DEVNULL\b/.test(text);
    if ((!leavesSession && !leavesTerminal) || STARTS_PROGRAM.test(code)) return undefined;
    return new DaemonShape(code, leavesSession && leavesTerminal);
  }

  /** Whether the fork whose name stands at an offset leaves only its child behind. */
  isDetachingFork(at: number): boolean {
    const { code } = this;
    const call = /\w+\s*\(\s*(?:void)?\s*\)/y;
    call.lastIndex = at;
    const text = call.exec(code)?.[0];
    if (text === undefined) return false;
    const result = /([A-Za-z_][\w.]*(?:->[\w.]+)*)\s*=\s*(?:\(\w+\)\s*)?$/.exec(
      code.slice(Math.max(0, at - 100), at),
    )?.[1];
    const open = outermostParenthesis(code, at);
    const keyword = open < 0 ? undefined : /(\w+)\s*$/.exec(code.slice(Math.max(0, open - 20), open))?.[1];
    if (keyword === 'if' || keyword === 'switch') {
      const answer = this.parentLeaves(keyword, open, [text, result]);
      if (answer !== undefined) return answer;
    }
    return result !== undefined && this.laterParentLeaves(result, at + text.length);
  }

  /** The first condition on the result behind the fork that tells parent from child. */
  private laterParentLeaves(result: string, from: number): boolean {
    const { code } = this;
    const conditions = /\b(if|switch)\s*\(/g;
    conditions.lastIndex = from;
    for (let found = conditions.exec(code); found; found = conditions.exec(code)) {
      if (new RegExp(`\\b${literalPattern(result)}\\s*=[^=]`).test(code.slice(from, found.index)))
        return false;
      const open = found.index + found[0].length - 1;
      const answer = this.parentLeaves(found[1], open, [result, undefined]);
      if (answer !== undefined) return answer;
    }
    return false;
  }

  /** Whether the parent leaves by an `if` or `switch`; undefined if it does not tell parent from child. */
  private parentLeaves(
    keyword: string,
    open: number,
    result: readonly [text: string, variable: string | undefined],
  ): boolean | undefined {
    const { code } = this;
    const close = closing(code, open);
    const asked = asksFor(code.slice(open + 1, close), result);
    const variable = this.isWhole ? '' : (result[1] ?? result[0]);
    if (keyword === 'switch') {
      return asked === 'parent' ? this.switchParentLeaves(close + 1, variable) : undefined;
    }
    if (asked !== 'parent' && asked !== 'child') return undefined;
    const end = statementEnd(code, close + 1, 0);
    const alternative = /\s*else\b/y;
    alternative.lastIndex = end;
    const hasElse = alternative.test(code);
    const elseStart = alternative.lastIndex;
    const whole = hasElse ? statementEnd(code, elseStart, 0) : end;
    const then = exitOf(code, close + 1, end, variable, 0);
    const other = hasElse ? exitOf(code, elseStart, whole, variable, 0) : undefined;
    const rest = exitOfAll(code, whole, blockEnd(code, whole), variable, 0);
    if (asked === 'parent') return then === 'exit' || (then === 'return' && (other ?? rest) !== 'exit');
    return then !== 'exit' && ((other ?? rest) === 'exit' || other === 'return');
  }

  private switchParentLeaves(start: number, variable: string): boolean {
    const { code } = this;
    const open = code.indexOf('{', start);
    if (open < 0) return false;
    const close = closing(code, open);
    const branches = new Map<string, string | undefined>();
    const labels = labelsIn(code, open + 1, close);
    labels.forEach(({ name, end }, i) => {
      const next = labels[i + 1]?.start ?? close;
      branches.set(name, exitOfAll(code, end, next, variable, 0));
    });
    const parent = branches.get('default');
    const child = branches.get('0');
    const rest = exitOfAll(code, close + 1, blockEnd(code, close + 1), variable, 0);
    if (parent !== undefined) return parent === 'exit' || (child ?? rest) !== 'exit';
    return child === 'return' && rest === 'exit';
  }
}

/** Functions that are longer are no beginnings of a daemon. */
const MAX_LENGTH = 200_000;
/** Statements that are nested deeper are not looked into. */
const MAX_DEPTH = 100;

const NO_CODE =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:\\\r?\n|[^\n])*/gm;
const STARTS_PROGRAM = /\b(?:f?exec(?:l|le|lp|v|ve|vp|vpe|veat)|posix_spawnp?|system|popen)\s*\(/;

/** How a statement leaves: it ends the process, or goes back to the caller. */
type Exit = 'exit' | 'return' | undefined;

/** What a condition on the result of a fork asks for. */
function asksFor(
  condition: string,
  [text, variable]: readonly [string, string | undefined],
): 'parent' | 'child' | 'error' | undefined {
  let short = condition.replace(/\s+/g, '').replaceAll(text.replace(/\s+/g, ''), '@');
  if (variable !== undefined)
    short = short.replace(new RegExp(`${literalPattern(variable)}=(?:\\(\\w+\\))?@`), '@');
  short = short.replaceAll('(@)', '@');
  if (/^\(?(?:@(?:>0|!=0|>=1)?|0<@|0!=@)\)?$/.test(short)) return 'parent';
  if (/^\(?(?:!@|@==0|0==@)\)?$/.test(short)) return 'child';
  return /^\(?(?:@<0|@==-1|-1==@|@<=-1|0>@)\)?$/.test(short) ? 'error' : undefined;
}

/** How the statement from `at` leaves, if it does whatever its conditions are. A parent that returns `variable` keeps its child. */
function exitOf(code: string, at: number, end: number, variable: string, depth: number): Exit {
  if (depth > MAX_DEPTH) return undefined;
  const start = skipBlanks(code, at);
  if (code[start] === '{') return exitOfAll(code, start + 1, end - 1, variable, depth + 1);
  const text = code.slice(start, end);
  if (/^if\b/.test(text)) {
    const then = closing(code, code.indexOf('(', start)) + 1;
    const thenEnd = statementEnd(code, then, depth);
    const alternative = /\s*else\b/y;
    alternative.lastIndex = thenEnd;
    if (!alternative.test(code) || alternative.lastIndex > end) return undefined;
    const first = exitOf(code, then, thenEnd, variable, depth + 1);
    const second = exitOf(code, alternative.lastIndex, end, variable, depth + 1);
    return first === undefined || second === undefined ? undefined : first === second ? first : 'return';
  }
  const returned = /^return\b\s*\(?\s*([\w.>-]*)/.exec(text);
  if (returned) return returned[1] === variable && variable !== '' ? undefined : 'return';
  return /^(?:\(void\)\s*)?(?:\w*exit\w*|abort)\s*\(/i.test(text) ? 'exit' : undefined;
}

/** How a row of statements leaves: by the first that does. */
function exitOfAll(code: string, from: number, to: number, variable: string, depth: number): Exit {
  for (let at = skipBlanks(code, from); at < to; ) {
    const end = Math.max(at + 1, statementEnd(code, at, depth));
    const exit = exitOf(code, at, Math.min(end, to), variable, depth);
    if (exit !== undefined) return exit;
    if (/^(?:break|continue|goto)\b/.test(code.slice(at, at + 10))) return undefined;
    at = skipBlanks(code, end);
  }
  return undefined;
}

/** Offset behind the statement that begins at or behind `from`. */
function statementEnd(code: string, from: number, depth: number): number {
  let at = skipBlanks(code, from);
  if (depth > MAX_DEPTH) return code.length;
  if (code[at] === '{') return closing(code, at) + 1;
  const word = /\w+/y;
  word.lastIndex = at;
  const keyword = word.exec(code)?.[0];
  if (keyword === 'do') return statementEnd(code, statementEnd(code, at + 2, depth + 1), depth + 1);
  if (keyword === 'if' || keyword === 'while' || keyword === 'for' || keyword === 'switch') {
    const open = code.indexOf('(', at);
    if (open < 0) return code.length;
    const end = statementEnd(code, closing(code, open) + 1, depth + 1);
    const alternative = /\s*else\b/y;
    alternative.lastIndex = end;
    return keyword === 'if' && alternative.test(code)
      ? statementEnd(code, alternative.lastIndex, depth + 1)
      : end;
  }
  for (; at < code.length; at++) {
    const c = code[at];
    if (c === ';') return at + 1;
    if (c === '}') return at;
    if (c === '(' || c === '{' || c === '[') at = closing(code, at);
  }
  return code.length;
}

/** The labels of a switch's body; `name` is the value of a `case`, or `default`. */
function labelsIn(code: string, from: number, to: number): { name: string; start: number; end: number }[] {
  const labels: { name: string; start: number; end: number }[] = [];
  const label = /\b(?:case\s*([^:?{};]*?)|(default))\s*:|[({]/g;
  label.lastIndex = from;
  for (let found = label.exec(code); found && found.index < to; found = label.exec(code)) {
    if (found[0] === '(' || found[0] === '{') label.lastIndex = closing(code, found.index) + 1;
    else labels.push({ name: found[2] ?? found[1], start: found.index, end: label.lastIndex });
  }
  return labels;
}

/** Offset of the bracket that closes the one at `open`, or the end. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = Math.max(0, open); i < code.length; i++) {
    const c = code[i];
    if (c === '(' || c === '{' || c === '[') depth++;
    else if ((c === ')' || c === '}' || c === ']') && --depth === 0) return i;
  }
  return code.length;
}

/** Offset of the brace that closes the block around an offset. */
function blockEnd(code: string, from: number): number {
  let depth = 0;
  for (let i = from; i < code.length; i++) {
    if (code[i] === '{') depth++;
    else if (code[i] === '}' && --depth < 0) return i;
  }
  return code.length;
}

/** Offset of the outermost parenthesis of the statement that is open at an offset, or -1. */
function outermostParenthesis(code: string, at: number): number {
  let depth = 0;
  let outermost = -1;
  for (let i = at - 1; i >= 0 && code[i] !== ';' && code[i] !== '{' && code[i] !== '}'; i--) {
    if (code[i] === ')') depth++;
    else if (code[i] === '(' && --depth < 0) {
      outermost = i;
      depth = 0;
    }
  }
  return outermost;
}

function skipBlanks(code: string, from: number): number {
  let i = from;
  while (i < code.length && code.charCodeAt(i) <= 32) i++;
  return i;
}
