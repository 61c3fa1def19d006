/**
 * Switches that the program's headers set for this target, or only for others.
 */
import { pathRole } from '../../index/pathRole.js';
import type { IndexedMacro } from '../../index/programIndex.js';
import type { MacroIndex } from '../countedMacros.js';
import {
  type Asked,
  type Decision,
  isUndefined,
  isUnknown,
  type MacroSource,
  type Reason,
} from '../decision.js';
import { definedThrough } from '../macroText.js';
import { defaultTruth } from '../ownMacros.js';
import type { TargetInterface } from '../targetInterface.js';

/** Decides what headers define under a condition that is true. */
export class ProgramHeaders implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
  ) {}

  decide(name: string, asked: Asked): Decision | undefined {
    let holds: IndexedMacro | undefined;
    let undecided: IndexedMacro | undefined;
    const texts = new Set<string | undefined>();
    for (const entry of this.index.macrosNamed(name)) {
      if (isForOthers(entry, this.target)) continue;
      const truth = asked.truthOf(entry.guard);
      if (truth === 'false') continue;
      texts.add(entry.macro.value);
      if (truth === 'true') holds ??= entry;
      else undecided ??= entry;
    }
    if (!holds) return undecided && isUnknown(reasonOf(undecided));
    // Which of several values counts is not known.
    const text = texts.size === 1 ? holds.macro.value : undefined;
    return { value: definedThrough(text, asked), reason: reasonOf(holds) };
  }
}

/** Decides what headers give a default: `#ifndef X`, `#define X 1`. Asked late, since anything else wins over it. */
export class HeaderDefaults implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
  ) {}

  decide(name: string, asked: Asked): Decision | undefined {
    const texts = new Set<string | undefined>();
    let first: IndexedMacro | undefined;
    for (const entry of this.index.macrosNamed(name)) {
      if (isForOthers(entry, this.target) || asked.truthOf(entry.guard) === 'false') continue;
      const truth = defaultTruth(name, entry.guard, asked);
      if (truth === 'true') first ??= entry;
      texts.add(entry.macro.value);
    }
    if (!first) return undefined;
    // A build that sets it may give it another value.
    const text = texts.size === 1 && !this.index.probes.isSet(name) ? first.macro.value : undefined;
    return { value: definedThrough(text, asked), reason: reasonOf(first) };
  }
}

/** Decides what headers define for other systems alone; asked last, since a build may define it all the same. */
export class HeadersOfOthers implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
  ) {}

  decide(name: string, asked: Asked): Decision | undefined {
    const definitions = this.index.macrosNamed(name);
    if (definitions.length === 0) return undefined;
    const isBuilds = this.index.probes.isSet(name);
    const isOfOthers = definitions.every((entry) => {
      // A build that defines it as well may do so here.
      if (isForOthers(entry, this.target)) return !isBuilds;
      const { guard } = entry;
      return guard !== undefined && asked.truthOf(guard) === 'false' && asked.isForeign(guard);
    });
    if (isOfOthers) return isUndefined({ by: 'other-system', system: undefined });
    // What headers alone define, and not on this target, nobody defines.
    const isLeftOut =
      !isBuilds && definitions.every(({ guard }) => guard !== undefined && asked.truthOf(guard) === 'false');
    return isLeftOut ? isUndefined(reasonOf(definitions[0])) : undefined;
  }
}

/** A header that is named for a system is included where that one is the target. */
function isForOthers({ path }: IndexedMacro, { systems }: TargetInterface): boolean {
  const named = pathRole(path).systems;
  return named.length > 0 && !named.some((system) => systems.has(system));
}

function reasonOf({ path, macro }: IndexedMacro): Reason {
  return { by: 'program', path, line: macro.line };
}
