/**
 * Macros that a source file defines for its own conditions, at some place and perhaps under a condition:
 * `#if HAVE_SENDFILE` / `#define USE_SENDFILE` / `#endif`, and further down `#ifdef USE_SENDFILE`.
 */
import type { OwnMacro } from '../facts/fileFacts.js';
import { type Asked, type Decision, isUndefined, isUnknown, type Truth } from './decision.js';
import type { GuardChain } from './guardChain.js';
import { definedThrough } from './macroText.js';

/** One `#define` or `#undef` with its conditions. */
export interface GuardedMacro {
  readonly macro: OwnMacro;
  readonly guard: GuardChain | undefined;
}

/** By name, in the order of the text. */
export type OwnMacros = ReadonlyMap<string, readonly GuardedMacro[]>;

/**
 * What a macro is at a line of its file.
 * @param line zero-based; what the file says below it does not count.
 * @param before what it is where the file says nothing.
 */
export function ownDecision(
  name: string,
  own: OwnMacros,
  line: number,
  before: Decision,
  asked: Asked,
): Decision {
  let decision = before;
  /** A definition that does not count here; null once one does. */
  let leftOut: OwnMacro | undefined | null;
  for (const { macro, guard } of own.get(name) ?? []) {
    if (macro.line >= line) break;
    const truth = asked.truthOf(guard);
    if (truth === 'false') {
      if (macro.kind === 'define' && leftOut === undefined) leftOut = macro;
      continue;
    }
    leftOut = null;
    const reason = { by: 'program', path: '', line: macro.line } as const;
    if (macro.kind === 'unsure') {
      if (decision.value.state === 'undefined') decision = isUnknown(reason);
    } else if (truth === 'undecided' && macro.kind === 'define' && isDefault(name, guard, asked)) {
      decision = { value: { state: 'defined', value: undefined }, reason };
    } else if (truth === 'undecided') {
      const isSame =
        macro.kind === 'undef'
          ? decision.value.state === 'undefined'
          : decision.value.state === 'defined' && macro.value === '';
      if (!isSame) decision = isUnknown(reason);
    } else if (macro.kind === 'undef') decision = isUndefined(reason);
    else decision = { value: definedThrough(macro.value, asked), reason };
  }
  // What the file alone defines, and not on this target, nobody defines.
  if (leftOut && before.value.state === 'unknown' && before.reason.by === 'nobody') {
    return isUndefined({ by: 'program', path: '', line: leftOut.line });
  }
  return decision;
}

/**
 * Whether the file gives a macro its default in a branch of a condition that asks for it: `#ifndef X`, `#define X 1`.
 * @param asks zero-based line of the `#if`.
 */
export function isGivenDefault(name: string, own: OwnMacros, asks: number): boolean {
  for (const { macro, guard } of own.get(name) ?? []) {
    if (macro.kind !== 'define' || macro.line < asks) continue;
    for (let at = guard; at && at.asks >= asks; at = at.outer) {
      if (at.asks === asks && at.terms.some((term) => asksForAbsence(term, name))) return true;
    }
  }
  return false;
}

/** Whether a definition stands under no more than `#ifndef` of its own name: after it the macro is defined. */
export function isDefault(name: string, guard: GuardChain | undefined, asked: Asked): boolean {
  return defaultTruth(name, guard, asked) === 'true';
}

/** Whether a definition that stands under `#ifndef` of its own name counts; `false` for any other one. */
export function defaultTruth(name: string, guard: GuardChain | undefined, asked: Asked): Truth {
  let truth: Truth = 'true';
  let isItself = false;
  for (let at = guard; at && truth !== 'false'; at = at.outer) {
    if (at.terms.length === 1 && asksForAbsence(at.terms[0], name)) {
      isItself = true;
      continue;
    }
    const own = asked.truthOfLink(at);
    if (own !== 'true') truth = own;
  }
  return isItself ? truth : 'false';
}

function asksForAbsence({ expression, negated }: GuardChain['terms'][number], name: string): boolean {
  return !negated && expression.replace(/[\s()]/g, '') === `!defined${name}`;
}
