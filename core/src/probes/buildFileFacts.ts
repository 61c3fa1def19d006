/**
 * What one file of a build system says of the macros of the program.
 */
import type { AutomakeFacts } from './automake.js';
import type { Option } from './option.js';
import type { Probe } from './probe.js';

/** A macro that hangs on choices of the builder. */
export interface OptionMacro {
  readonly macro: string;
  readonly option: Option;
  /** Whether the choice alone sets the macro: no probe has to succeed besides. */
  readonly isEnough: boolean;
  /** Whether it sets the macro where the builder says nothing; left out where that is not known. */
  readonly isDefault?: boolean;
}

export interface BuildFileFacts {
  readonly probes: readonly Probe[];
  readonly options: readonly OptionMacro[];
  /** Macros that it defines in some other way, under conditions that are not followed. */
  readonly set: readonly string[];
  /** Of a file of Automake: which sources it makes what of. */
  readonly automake?: AutomakeFacts;
}
