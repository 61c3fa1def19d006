/**
 * Constants that headers of the target define.
 */
import type { MacroIndex } from '../countedMacros.js';
import { type Decision, isUndefined, type MacroSource, type Reason } from '../decision.js';
import { definedAs } from '../macroText.js';
import type { TargetInterface } from '../targetInterface.js';

const REASON: Reason = { by: 'constant' };

export class HeaderConstants implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
  ) {}

  decide(name: string): Decision | undefined {
    const exists = this.target.hasConstant(name);
    if (exists === undefined) {
      const isOthers =
        this.index.macrosNamed(name).length === 0 &&
        !this.index.probes.isSet(name) &&
        this.target.lacksConstant(name);
      return isOthers ? isUndefined(REASON) : undefined;
    }
    return exists
      ? { value: definedAs(this.target.valueOfConstant(name)), reason: REASON }
      : isUndefined(REASON);
  }
}
