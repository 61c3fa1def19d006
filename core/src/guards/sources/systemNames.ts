/**
 * Macros that are named for an operating system.
 */
import { systemOfMacro } from '../../index/pathRole.js';
import { type Decision, isDefined, isUndefined, type MacroSource } from '../decision.js';
import { isForeignMacro } from '../otherSystems.js';
import type { TargetInterface } from '../targetInterface.js';

export class SystemNames implements MacroSource {
  constructor(private readonly target: TargetInterface) {}

  decide(name: string): Decision | undefined {
    const { systems } = this.target;
    if (isForeignMacro(name, systems)) return isUndefined({ by: 'other-system', system: undefined });
    const system = systemOfMacro(name);
    if (system === undefined) return undefined;
    return systems.has(system)
      ? isDefined({ by: 'system', system })
      : isUndefined({ by: 'other-system', system });
  }
}
