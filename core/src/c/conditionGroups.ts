/**
 * The `#if` structure of one file. A group is the text between two directives of one `#if`; it holds when all its
 * terms do and its parent group holds. What a term is worth on a target is asked later, by `guards/`.
 */
import { OwnSwitches } from './ownSwitches.js';

export interface Term {
  /** The controlling expression; `#ifdef X` is written `defined(X)`. */
  readonly expression: string;
  readonly negated: boolean;
}

export interface ConditionGroup {
  /** Index of the enclosing group in the file's list, or -1. */
  readonly parent: number;
  /** Zero-based line of the directive that opens it. */
  readonly line: number;
  /** Zero-based line of the `#if` whose branch it is. */
  readonly asks: number;
  terms: readonly Term[];
}

interface OpenIf {
  /** Terms of the branches so far, negated. */
  passed: Term[];
  /** Whether a branch before was literally true, so that those after it are dead. */
  taken: boolean;
  parent: number;
  line: number;
  depthBefore: number;
  depthAfterFirst: number;
}

/** Follows the conditional directives of a file in order. */
export class ConditionTracker {
  readonly groups: ConditionGroup[] = [];
  /** Index of the group in force, or -1 outside all. */
  current = -1;
  /** Directives that have no partner, to be told as problems. */
  unmatched = 0;
  readonly own: OwnSwitches;
  private open: OpenIf[] = [];
  private sawDirective = false;
  private guardCandidate: { name: string; group: number } | undefined;

  constructor(bytes: Uint8Array) {
    this.own = new OwnSwitches(bytes);
  }

  /** Number of `#if`s that are open. */
  get nesting(): number {
    return this.open.length;
  }

  /**
   * A new `#if`. `depth` is the brace depth in front of it.
   * @returns whether its first branch is dead (`#if 0`).
   */
  enter(expression: string, line: number, depth: number): boolean {
    const truth = this.truthOf(expression);
    this.open.push({
      passed: truth === undefined ? [{ expression, negated: true }] : [],
      taken: truth === true,
      parent: this.current,
      line,
      depthBefore: depth,
      depthAfterFirst: -1,
    });
    this.current = this.addGroup(
      this.current,
      line,
      line,
      truth === true ? [] : [{ expression, negated: false }],
    );
    const guard = this.sawDirective ? undefined : guardedName(expression);
    this.guardCandidate = guard === undefined ? undefined : { name: guard, group: this.current };
    this.sawDirective = true;
    return truth === false;
  }

  /**
   * `#elif` (with its expression) or `#else` (with undefined).
   * @returns whether the branch is dead, and the brace depth to go on with.
   */
  next(expression: string | undefined, line: number, depth: number): { dead: boolean; depth: number } {
    const top = this.open.at(-1);
    if (!top) {
      this.unmatched++;
      return { dead: false, depth };
    }
    if (top.depthAfterFirst < 0) top.depthAfterFirst = depth;
    const truth = expression === undefined ? true : this.truthOf(expression);
    const dead = top.taken || truth === false;
    const own = expression === undefined || truth !== undefined ? [] : [{ expression, negated: false }];
    this.current = this.addGroup(top.parent, line, top.line, [...top.passed, ...own]);
    if (truth === true) top.taken = true;
    // An endless chain of #elif must not cost the square of its length: 64 terms say enough.
    if (expression !== undefined && truth === undefined && top.passed.length < 64) {
      top.passed.push({ expression, negated: true });
    }
    return { dead, depth: top.depthBefore };
  }

  /** `#endif`. Returns the brace depth to go on with: that after the first branch. */
  leave(depth: number): number {
    const top = this.open.pop();
    if (!top) {
      this.unmatched++;
      return depth;
    }
    this.current = top.parent;
    this.guardCandidate = undefined;
    return top.depthAfterFirst < 0 ? depth : top.depthAfterFirst;
  }

  /** Whether the next `#define` may make the group in force an include guard. */
  get awaitsGuardMacro(): boolean {
    return this.guardCandidate !== undefined;
  }

  /**
   * A `#define`: the one right after a file's first `#ifndef` of the same name makes that an include guard.
   * @param name asked for only while `awaitsGuardMacro`.
   */
  define(name: string | undefined): void {
    this.sawDirective = true;
    if (name !== undefined && this.guardCandidate?.name === name) {
      this.groups[this.guardCandidate.group].terms = [];
    }
    this.guardCandidate = undefined;
  }

  /** Whether what stands here is compiled whatever the build is. */
  get isCertain(): boolean {
    for (let at = this.current; at >= 0; at = this.groups[at].parent) {
      if (this.groups[at].terms.length > 0) return false;
    }
    return true;
  }

  /** The group in force; inside `#ifdef X`, which an `#undef X` needs no more than to be without it, the one around. */
  currentWithout(name: string): number {
    if (this.current < 0) return -1;
    const { parent, terms } = this.groups[this.current];
    const asks = terms.length === 1 && !terms[0].negated ? definedName(terms[0].expression) : undefined;
    return asks === name ? parent : this.current;
  }

  private truthOf(expression: string): boolean | undefined {
    return literalTruth(expression) ?? this.own.truthOf(expression);
  }

  private addGroup(parent: number, line: number, asks: number, terms: Term[]): number {
    return this.groups.push({ parent, line, asks, terms }) - 1;
  }
}

/** Whether a group is another one or stands around it; -1 stands around all. */
export function isAround(groups: readonly ConditionGroup[], outer: number, inner: number): boolean {
  let at = inner;
  while (at > outer) at = groups[at].parent;
  return at === outer;
}

/** The macro that an `#ifndef` asks for: an include guard, if it is the first directive and the next defines it. */
export function guardedName(expression: string): string | undefined {
  return /^!\s*defined\s*\(?\s*(\w+)\s*\)?$/.exec(expression)?.[1];
}

/** The macro that a condition asks to be defined. */
function definedName(expression: string): string | undefined {
  return /^defined\s*\(?\s*(\w+)\s*\)?$/.exec(expression)?.[1];
}

function literalTruth(expression: string): boolean | undefined {
  const match = /^\(?\s*(\d+)[uUlL]*\s*\)?$/.exec(expression);
  if (match) return Number(match[1]) !== 0;
  return /^(?:false|FALSE)$/.test(expression) ? false : undefined;
}
