/**
 * What a build says: its commands, its generated headers, and the headers that its files include.
 */
import type { BuildDefinition, BuildView } from '../buildView.js';
import type { MacroIndex } from '../countedMacros.js';
import {
  type Asked,
  type Decision,
  isUndefined,
  isUnknown,
  type MacroSource,
  type Reason,
} from '../decision.js';
import { asksFor, withoutOwnName } from '../defaultDefinitions.js';
import { definedThrough } from '../macroText.js';
import type { TargetInterface } from '../targetInterface.js';

const COMMANDS: Reason = { by: 'build', origin: 'the command that compiles the file' };
const CONFIGURATION: Reason = { by: 'build', origin: 'the configuration of the build' };
const BUILD: Reason = { by: 'build', origin: 'the build' };

export class BuildFiles implements MacroSource {
  constructor(
    private readonly build: BuildView,
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
  ) {}

  decide(name: string, asked: Asked): Decision | undefined {
    const { build, target } = this;
    const given = build.given(name);
    if (given === null) return isUndefined(COMMANDS);
    if (given !== undefined) return { value: definedThrough(given, asked), reason: COMMANDS };
    if (target.macros[name] !== undefined) return undefined;
    const found = this.defined(name, asked);
    if (found && found.value.state !== 'unknown') return found;
    if (build.isUndefined(name)) return isUndefined(CONFIGURATION);
    if (found) return found;
    return build.isClosed(name) && target.hasConstant(name) !== true ? isUndefined(BUILD) : undefined;
  }

  private defined(name: string, asked: Asked): Decision | undefined {
    const outside = this.build.definitions(name);
    const own = this.build.isComplete ? this.definitionsInProgram(name) : [];
    let possible: BuildDefinition | undefined;
    // A default (`#ifndef X`) is asked last: it counts where nothing else defines the macro.
    for (const definition of [...outside, ...own, ...withoutOwnName([...outside, ...own], name)]) {
      if (asksFor(definition.guard, name)) continue;
      const truth = asked.truthOf(definition.guard);
      if (truth === 'true' || (truth === 'undecided' && definition.isSystem)) {
        return { value: definedThrough(definition.value, asked), reason: reasonOf(definition) };
      }
      if (truth === 'undecided') possible ??= definition;
    }
    return possible && isUnknown(reasonOf(possible));
  }

  private definitionsInProgram(name: string): BuildDefinition[] {
    return this.index.macrosNamed(name).map(({ macro, guard, path }) => ({
      value: macro.value,
      guard,
      path,
      line: macro.line,
      isSystem: false,
    }));
  }
}

function reasonOf({ path, line }: BuildDefinition): Reason {
  return { by: 'program', path, line };
}
