/**
 * What the probes of a program's own build files find on a target, and which macros are options of its builder.
 */
import type { Probe, Wanted } from '../../probes/probe.js';
import type { ProbeIndex } from '../../probes/probeIndex.js';
import {
  type Decision,
  isChosen,
  isDefined,
  isUndefined,
  isUnknown,
  type MacroSource,
  type Reason,
} from '../decision.js';
import { isForeignHeader } from '../otherSystems.js';
import type { TargetInterface } from '../targetInterface.js';

interface Answer {
  readonly found: boolean | undefined;
  /** The thing that decided. */
  readonly what: string;
  /** False where a build for the target cannot run the test, and takes an answer for granted. */
  readonly isRun: boolean;
}

export class BuildProbes implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly probes: ProbeIndex,
  ) {}

  /** Several probes may set a macro: one that does is enough, and only if none may is it undefined, or 0. */
  decide(name: string): Decision | undefined {
    let unknown: Decision | undefined;
    let missing: Decision | undefined;
    for (const probe of this.probes.probesOf(name)) {
      const decision = this.answerOf(probe);
      const { value } = decision;
      if (value.state === 'defined' && value.value !== 0) return decision;
      if (value.state === 'unknown') unknown ??= decision;
      else missing ??= decision;
    }
    const [option] = this.probes.choicesOf(name);
    return unknown ?? (option ? isChosen(option, this.probes.isSetByDefault(name)) : missing);
  }

  private answerOf(probe: Probe): Decision {
    const answer = this.answer(probe);
    const { found, what, isRun, isUnless } = answer;
    const reason: Reason = { by: 'probe', probe, found, what, isRun, isUnless };
    if (found === undefined) return isUnknown(reason);
    const holds = found !== isUnless;
    if (probe.isNumber) return { value: { state: 'defined', value: Number(holds) }, reason };
    if (!holds) return isUndefined(reason);
    // The builder may leave the question out.
    return probe.options.length > 0 ? isUnknown(reason) : isDefined(reason);
  }

  /** What decides: something that is missing, something that must not be there, or that all is as it has to be. */
  private answer({ macro, wanted, unless, unrun }: Probe): Answer & { readonly isUnless: boolean } {
    const own = this.lookFor(wanted, macro, unless ? undefined : unrun);
    if (!unless || own.found === false) return { ...own, isUnless: false };
    const other = this.lookFor(unless, macro, unrun);
    if (other.found === false && own.found === undefined) return { ...own, isUnless: false };
    return { ...other, isUnless: true };
  }

  /** Whether all is there, and what decided: the first thing that is not, else the one that says most. */
  private lookFor(wanted: Wanted, macro: string, unrun: Probe['unrun']): Answer {
    let present: string | undefined;
    let unsure: string | undefined;
    for (const [what, exists] of this.answers(wanted)) {
      if (exists === false) return { found: false, what, isRun: true };
      if (exists === undefined) unsure ??= what;
      else present = what;
    }
    const what = unsure ?? present ?? macro;
    if (unrun !== undefined && !this.target.runsProbes) {
      return { found: unrun === 'unknown' ? undefined : unrun === 'found', what, isRun: false };
    }
    return { found: unsure !== undefined || wanted.isOpen ? undefined : true, what, isRun: true };
  }

  /** What says most to a reader comes last. */
  private *answers(wanted: Wanted): Generator<readonly [what: string, exists: boolean | undefined]> {
    const { target } = this;
    const { systems, libraries } = wanted;
    if (systems.length > 0) yield [systems.join(' or '), systems.some((one) => target.systems.has(one))];
    let isPlatforms = true;
    for (const header of wanted.headers) {
      const exists = this.hasHeader(header);
      if (exists === undefined) isPlatforms = false;
      yield [`<${header}>`, exists];
    }
    // What a header declares that is nobody's on the target cannot be told; what the target's own do not is not there.
    if (isPlatforms) {
      const isComplete =
        wanted.headers.length > 0 && wanted.headers.every((header) => target.knowsHeader(header));
      for (const name of wanted.declared) yield [name, this.declares(name, isComplete)];
      for (const member of wanted.members) yield [member, target.hasMember(member)];
      for (const name of wanted.called) yield [`${name}()`, target.calls(name)];
    }
    if (libraries.length > 0 && wanted.functions.length === 0) {
      yield [`lib${libraries[0]}`, this.hasLibraries(libraries)];
    }
    for (const name of wanted.functions) yield [`${name}()`, this.hasFunction(name, libraries)];
  }

  private declares(name: string, isComplete: boolean): boolean | undefined {
    return this.target.declares(name) ?? (isComplete && !name.startsWith('__') ? false : undefined);
  }

  private hasFunction(name: string, libraries: readonly string[]): boolean | undefined {
    if (libraries.length === 0) return this.target.hasFunction(name);
    if (this.hasLibraries(libraries) === false) return false;
    if (!libraries.some((library) => this.target.hasLibrary(library) === true)) return undefined;
    const exists = this.target.hasFunction(name);
    // One of the others may have it.
    return exists === false && libraries.some((one) => this.target.hasLibrary(one) === undefined)
      ? undefined
      : exists;
  }

  /** Whether one of them is there. */
  private hasLibraries(libraries: readonly string[]): boolean | undefined {
    const known = libraries.map((library) => this.target.hasLibrary(library));
    return known.includes(true) ? true : known.includes(undefined) ? undefined : false;
  }

  private hasHeader(header: string): boolean | undefined {
    return (
      this.target.hasHeader(header) ?? (isForeignHeader(header, this.target.systems) ? false : undefined)
    );
  }
}
