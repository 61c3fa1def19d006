/**
 * What is known of a macro on a target, and where that comes from.
 */
import type { Option } from '../probes/option.js';
import type { Probe } from '../probes/probe.js';
import type { MacroValue } from './expression.js';
import type { GuardChain } from './guardChain.js';

/** Whether the place that a condition surrounds is compiled. */
export type Truth = 'true' | 'false' | 'undecided';

/** Where a decision comes from. Lines count from zero. */
export type Reason =
  /** The user says so: `--define`, `unigap.json`. */
  | { readonly by: 'user' }
  /** A file that a build wrote or is told with; the origin is for the reader: `compile_commands.json`. */
  | { readonly by: 'build'; readonly origin: string }
  /** The compiler for the target defines it, or is known not to. */
  | { readonly by: 'compiler' }
  /** The name is reserved to compilers and C libraries, and neither those of the target have it. */
  | { readonly by: 'reserved' }
  | { readonly by: 'other-compiler' }
  /** It is another operating system's; `system` where its name says which. */
  | { readonly by: 'other-system'; readonly system: string | undefined }
  /** It is named for a system whose code the target builds. */
  | { readonly by: 'system'; readonly system: string }
  /** A file of the program defines it, or would under a condition. */
  | { readonly by: 'program'; readonly path: string; readonly line: number }
  /** A build asks for something before it compiles. */
  | {
      readonly by: 'probe';
      readonly probe: Probe;
      readonly found: boolean | undefined;
      /** The thing that decided; the macro itself where nothing is looked for. */
      readonly what: string;
      /** False where a build for the target cannot run the test, and takes an answer for granted. */
      readonly isRun: boolean;
      /** Whether it is something that must not be there. */
      readonly isUnless: boolean;
    }
  /** Headers of the target define it, or are known not to. */
  | { readonly by: 'constant' }
  /** By its spelling it says whether something is there. */
  | { readonly by: 'name'; readonly what: string }
  /** Projects use names of this form in one way. */
  | {
      readonly by: 'habit';
      readonly habit: 'takes-away' | 'test' | 'config-header' | 'default' | 'unasked' | 'bison';
    }
  /** The builder chooses. */
  | { readonly by: 'option'; readonly option: Option }
  | { readonly by: 'nobody' };

/** What is known of one macro. */
export interface Decision {
  readonly value: MacroValue;
  readonly reason: Reason;
  /** Of a choice of the builder: what it is where the builder says nothing; undefined where that is not known. */
  readonly byDefault?: MacroValue;
}

/** Other macros and conditions, as a source asks for them. */
export interface Asked {
  macro(name: string): MacroValue;
  truthOf(chain: GuardChain | undefined): Truth;
  /** Whether one link holds, whatever stands around it. */
  truthOfLink(link: GuardChain): Truth;
  isForeign(chain: GuardChain | undefined): boolean;
}

/**
 * One place where knowledge of macros comes from. Sources are asked in an order; the first that decides is right.
 * One may also say why it cannot decide: then the others are asked, and if none of them can, that is what is told.
 */
export interface MacroSource {
  decide(name: string, asked: Asked): Decision | undefined;
}

const UNDEFINED: MacroValue = { state: 'undefined' };
const UNKNOWN: MacroValue = { state: 'unknown' };
const ONE: MacroValue = { state: 'defined', value: 1 };

export function isUndefined(reason: Reason): Decision {
  return { value: UNDEFINED, reason };
}

/** Defined as 1. */
export function isDefined(reason: Reason): Decision {
  return { value: ONE, reason };
}

/** A choice of the builder. @param isSet whether the macro is defined where the builder says nothing, if that is known. */
export function isChosen(option: Option, isSet: boolean | undefined): Decision {
  const byDefault = isSet === undefined ? {} : { byDefault: isSet ? ONE : UNDEFINED };
  return { value: UNKNOWN, reason: { by: 'option', option }, ...byDefault };
}

export function isUnknown(reason: Reason): Decision {
  return { value: UNKNOWN, reason };
}

/** Whether the program is built otherwise for this target, not by a choice of the builder. */
export function isForeignReason({ value, reason }: Decision): boolean {
  if (value.state !== 'undefined') return false;
  switch (reason.by) {
    case 'user':
    case 'compiler':
    case 'reserved':
    case 'other-compiler':
    case 'other-system':
      return true;
    default:
      return false;
  }
}
