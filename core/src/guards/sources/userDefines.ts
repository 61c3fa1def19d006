/**
 * What the user says of the build.
 */
import { type Decision, isUndefined, type MacroSource, type Reason } from '../decision.js';
import { definedAs } from '../macroText.js';

/** What the user knows of macros of the build: texts, or null for one that is certainly not defined. */
export type BuildMacros = Readonly<Record<string, string | null>>;

const REASON: Reason = { by: 'user' };

export class UserDefines implements MacroSource {
  constructor(private readonly defines: BuildMacros) {}

  decide(name: string): Decision | undefined {
    if (!Object.hasOwn(this.defines, name)) return undefined;
    const text = this.defines[name];
    return text === null ? isUndefined(REASON) : { value: definedAs(text), reason: REASON };
  }
}
