/**
 * What the compiler for a target defines, and what it is certain not to.
 */
import {
  type Asked,
  type Decision,
  isDefined,
  isUndefined,
  isUnknown,
  type MacroSource,
} from '../decision.js';
import { definedThrough } from '../macroText.js';
import { isOfOtherCompiler } from '../otherCompilers.js';
import type { TargetInterface } from '../targetInterface.js';

export class CompilerMacros implements MacroSource {
  private readonly undefinedNames: ReadonlySet<string>;

  constructor(private readonly target: TargetInterface) {
    this.undefinedNames = new Set(target.undefined);
  }

  decide(name: string, asked: Asked): Decision | undefined {
    // A header may be read by both.
    if (name === '__cplusplus') return isUnknown({ by: 'nobody' });
    // Every build that makes a config.h says so.
    if (name === 'HAVE_CONFIG_H') return isDefined({ by: 'habit', habit: 'config-header' });
    if (this.undefinedNames.has(name)) return isUndefined({ by: 'compiler' });
    const { macros } = this.target;
    if (Object.hasOwn(macros, name)) {
      return { value: definedThrough(macros[name], asked), reason: { by: 'compiler' } };
    }
    return isOfOtherCompiler(name) ? isUndefined({ by: 'other-compiler' }) : undefined;
  }
}
