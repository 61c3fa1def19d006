/**
 * Functions of the program whose name is a macro for something of the platform where that exists:
 * `#define own_daemon(a, b) daemon(a, b)` under `#ifdef HAVE_DAEMON`. There nobody calls the function.
 */
import type { KeptFacts } from '../facts/fileFacts.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { MacroView } from '../index/macroView.js';

export interface FunctionBehindMacro {
  /** Byte offsets of the function, from its name on. */
  readonly start: number;
  readonly end: number;
  /** Conditions under which the macro takes its place. */
  readonly replaced: readonly GuardChain[];
}

export function functionsBehindMacros(facts: KeptFacts, view: MacroView): readonly FunctionBehindMacro[] {
  let found: FunctionBehindMacro[] | undefined;
  for (const { name, kind, start, regionEnd } of facts.definitions) {
    if (kind !== 'function') continue;
    const replaced: GuardChain[] = [];
    for (const entry of view.named(name)) {
      const { macro, guard } = entry;
      if (guard && macro.body.length > 0 && view.sees(entry) && view.certainlySees(entry))
        replaced.push(guard);
    }
    if (replaced.length === 0) continue;
    found ??= [];
    found.push({ start, end: regionEnd, replaced });
  }
  return found ?? NONE;
}

const NONE: readonly never[] = [];
