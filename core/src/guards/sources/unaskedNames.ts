/**
 * Names of probes in a program that has no probes: only Makefiles build it, and none of them sets the macro.
 */
import type { MacroIndex } from '../countedMacros.js';
import { type Decision, isUndefined, type MacroSource } from '../decision.js';

const OF_PROBES = /(?:^|_)HA(?:VE|S)_[A-Z]/;

export class UnaskedNames implements MacroSource {
  constructor(private readonly index: MacroIndex) {}

  decide(name: string): Decision | undefined {
    const { probes } = this.index;
    if (!OF_PROBES.test(name) || !probes.isOfMakefiles) return undefined;
    if (this.index.macrosNamed(name).length > 0 || probes.isSet(name)) return undefined;
    return isUndefined({ by: 'habit', habit: 'unasked' });
  }
}
