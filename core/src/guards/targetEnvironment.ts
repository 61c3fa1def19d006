/**
 * What the preprocessor would know when the program is built for a target, and why. What is known of a macro comes
 * from `sources/`; here they are asked in their order, and conditions are evaluated with the answers.
 */

import type { Term } from '../c/conditionGroups.js';
import type { ProgramIndex } from '../index/programIndex.js';
import type { BuildView } from './buildView.js';
import { CountedMacros } from './countedMacros.js';
import {
  type Asked,
  type Decision,
  isForeignReason,
  isUndefined,
  isUnknown,
  type MacroSource,
  type Truth,
} from './decision.js';
import { evaluateExpression, type MacroEnvironment, type MacroValue } from './expression.js';
import { type GuardChain, termText } from './guardChain.js';
import { namesIn } from './namesIn.js';
import { isForeignHeader } from './otherSystems.js';
import { isGivenDefault, type OwnMacros, ownDecision } from './ownMacros.js';
import { BuildFiles } from './sources/buildFiles.js';
import { BuildProbes } from './sources/buildProbes.js';
import { CompilerMacros } from './sources/compilerMacros.js';
import { Habits } from './sources/habits.js';
import { HeaderConstants } from './sources/headerConstants.js';
import { NameSpelling } from './sources/nameSpelling.js';
import { HeaderDefaults, HeadersOfOthers, ProgramHeaders } from './sources/programHeaders.js';
import { ReservedNames } from './sources/reservedNames.js';
import { SystemNames } from './sources/systemNames.js';
import { UnaskedNames } from './sources/unaskedNames.js';
import type { TargetInterface } from './targetInterface.js';

/** Macros that hang on each other through more steps than this are undecided. */
const DEEPEST = 100;
/** So are those that take more answers than this, each of which hangs on the one that is asked for. */
const MOST_ANSWERS = 2000;

const NOBODY = isUnknown({ by: 'nobody' });

export class TargetEnvironment implements MacroEnvironment, Asked {
  private readonly sources: readonly MacroSource[];
  private readonly decisions = new Map<string, Decision>();
  private readonly expressions = new Map<string, number | undefined>();
  private readonly chains = new Map<GuardChain, Truth>();
  private readonly foreignChains = new Map<GuardChain, boolean>();
  /** Macros that are being decided, outermost first, by the order in which they were asked for. */
  private readonly open = new Map<string, number>();
  /** Outermost of them that was asked for again since this was last set: what hangs on it is no answer to keep. */
  private outermost = Number.POSITIVE_INFINITY;
  private answers = 0;

  /**
   * @param known what is known of this one program; it is asked before all else, in this order.
   * @param build what a build tells; undefined where there is none. It comes next.
   */
  constructor(
    private readonly target: TargetInterface,
    private readonly program: ProgramIndex,
    known: readonly MacroSource[],
    private readonly build?: BuildView,
  ) {
    const { probes } = program;
    const index = new CountedMacros(program, build);
    this.sources = [
      ...known,
      ...(build ? [new BuildFiles(build, target, index)] : []),
      new CompilerMacros(target),
      new SystemNames(target),
      new ProgramHeaders(target, index),
      new BuildProbes(target, probes),
      new NameSpelling(target, index),
      new HeaderConstants(target, index),
      new ReservedNames(target, index, probes),
      new Habits(index),
      new UnaskedNames(index),
      new HeaderDefaults(target, index),
      new HeadersOfOthers(target, index),
    ];
  }

  /**
   * Finds the values of macros that the program defines under conditions. They may hang on each other in circles; in one
   * order of asking, all scans of a program decide them in the same way.
   * @param names those of all of them, in an order that hangs on nothing else.
   */
  decide(names: readonly string[]): void {
    for (const name of names) this.macro(name);
  }

  /** Whether the place that a chain surrounds is compiled. */
  truthOf(chain: GuardChain | undefined): Truth {
    const pending: GuardChain[] = [];
    let at = chain;
    while (at && !this.chains.has(at)) {
      pending.push(at);
      at = at.outer;
    }
    let truth: Truth = at ? (this.chains.get(at) as Truth) : 'true';
    for (const link of pending.reverse()) {
      const before = this.outermost;
      this.outermost = Number.POSITIVE_INFINITY;
      if (truth !== 'false') truth = both(truth, this.truthOfLink(link));
      if (this.outermost === Number.POSITIVE_INFINITY && before === Number.POSITIVE_INFINITY) {
        this.chains.set(link, truth);
      }
      this.outermost = Math.min(before, this.outermost);
    }
    return truth;
  }

  /** Whether a chain fails for a macro of another operating system, compiler or build. */
  isForeign(chain: GuardChain | undefined): boolean {
    if (chain === undefined) return false;
    let isForeign = this.foreignChains.get(chain);
    if (isForeign === undefined) {
      isForeign = this.isForeignLink(chain) || this.isForeign(chain.outer);
      if (this.open.size === 0) this.foreignChains.set(chain, isForeign);
    }
    return isForeign;
  }

  /** What has to hold of a chain and nobody can decide, outermost first. */
  undecided(chain: GuardChain | undefined): string[] {
    const texts: string[] = [];
    for (let at = chain; at; at = at.outer) {
      const link = at;
      const terms = link.terms.filter((term) => this.truthOfTerm(term, link) === 'undecided');
      texts.unshift(...terms.map(termText));
    }
    return [...new Set(texts)];
  }

  macro(name: string): MacroValue {
    return this.decisionOf(name).value;
  }

  /** What is known of a macro, and why. */
  decisionOf(name: string): Decision {
    const known = this.decisions.get(name);
    if (known) return known;
    if (this.open.size === 0) this.answers = 0;
    const asked = this.open.get(name);
    if (asked !== undefined || this.open.size >= DEEPEST || this.answers > MOST_ANSWERS) {
      // It hangs on itself.
      this.outermost = Math.min(this.outermost, asked ?? 0);
      return NOBODY;
    }
    const depth = this.open.size;
    const before = this.outermost;
    this.open.set(name, depth);
    const { decision, isFinal } = this.found(name, depth);
    this.open.delete(name);
    if (isFinal) {
      this.decisions.set(name, decision);
      this.outermost = before;
    } else this.outermost = Math.min(before, this.outermost);
    return decision;
  }

  /**
   * Looks for a macro until nothing more comes of it. What is decided although a macro that it hangs on is still being
   * looked for is right whatever that one turns out to be, and may decide others in the next round. So the answers
   * do not hang on the order of the questions.
   */
  private found(name: string, depth: number): { decision: Decision; isFinal: boolean } {
    for (;;) {
      this.answers++;
      this.outermost = Number.POSITIVE_INFINITY;
      const settled = this.decisions.size;
      const { decision, isFirm } = this.find(name);
      if (this.outermost > depth || (isFirm && isSettled(decision))) return { decision, isFinal: true };
      if (this.outermost < depth) return { decision, isFinal: false };
      if (this.decisions.size === settled || this.answers > MOST_ANSWERS) return { decision, isFinal: true };
    }
  }

  /** The same as a link of a chain sees it, behind what its file defines itself. */
  decisionAt(name: string, { own, asks }: GuardChain): Decision {
    const before = this.decisionOf(name);
    if (!own) return this.decisionInHeader(name, before);
    const decision = ownDecision(name, own, asks, before, this);
    // What gets a default there is set by nobody before.
    const isOpen = decision.value.state === 'unknown' && decision.reason.by === 'nobody';
    return isOpen && isGivenDefault(name, own, asks)
      ? isUndefined({ by: 'habit', habit: 'default' })
      : decision;
  }

  /** Nobody knows which of the source files that define a macro include a header that asks for it. */
  private decisionInHeader(name: string, decision: Decision): Decision {
    const isOpen =
      this.build?.isComplete && decision.value.state === 'undefined' && this.program.isDefinedInSource(name);
    return isOpen ? NOBODY : decision;
  }

  hasHeader(header: string): boolean | undefined {
    const { target } = this;
    return target.hasHeader(header) ?? (isForeignHeader(header, target.systems) ? false : undefined);
  }

  /** What the sources say; firm unless one that comes before the one that decides may still decide otherwise. */
  private find(name: string): { decision: Decision; isFirm: boolean } {
    let unknown: Decision | undefined;
    for (const source of this.sources) {
      const decision = source.decide(name, this);
      if (decision !== undefined && decision.value.state !== 'unknown') {
        return { decision, isFirm: this.isUndisturbed || unknown === undefined };
      }
      unknown ??= decision;
    }
    return { decision: unknown ?? NOBODY, isFirm: false };
  }

  /** Whether nothing that was asked for since this was last set is still being looked for. */
  private get isUndisturbed(): boolean {
    return this.outermost === Number.POSITIVE_INFINITY;
  }

  private isForeignLink(link: GuardChain): boolean {
    if (this.truthOfLink(link) !== 'false') return false;
    return link.terms.some((term) =>
      namesIn(term.expression).some((name) => isForeignReason(this.decisionOf(name))),
    );
  }

  truthOfLink(link: GuardChain): Truth {
    let truth: Truth = 'true';
    for (const term of link.terms) {
      truth = both(truth, this.truthOfTerm(term, link));
      if (truth === 'false') return truth;
    }
    return truth;
  }

  /**
   * Whether a term of a link holds. One on which the builder's choices decide holds if it does where the builder says
   * nothing; if it does not, the builder may still choose otherwise.
   */
  truthOfTerm({ expression, negated }: Term, link: GuardChain): Truth {
    const value = this.valueAt(expression, link);
    if (value !== undefined) return (value !== 0) === negated ? 'false' : 'true';
    const byDefault = this.defaultAt(expression, link);
    return byDefault !== undefined && (byDefault !== 0) !== negated ? 'true' : 'undecided';
  }

  /** Value of an expression where the builder says nothing; undefined where no choice is in it. */
  private defaultAt(expression: string, link: GuardChain): number | undefined {
    const { probes } = this.program;
    // Nothing is asked for again where it does not help: what is being looked for would hang on the order of questions.
    if (!namesIn(expression).some((name) => probes.isSetByDefault(name) !== undefined)) return undefined;
    return evaluateExpression(expression, {
      macro: (name) => {
        const { value, byDefault } = this.decisionAt(name, link);
        return value.state === 'unknown' ? (byDefault ?? value) : value;
      },
      hasHeader: (header) => this.hasHeader(header),
    });
  }

  /** Value of an expression as a link sees it; undefined where nobody knows. */
  valueAt(expression: string, link: GuardChain): number | undefined {
    const { own } = link;
    const isAtLink = own
      ? asksFor(expression, own)
      : this.build?.isComplete && namesIn(expression).some((name) => this.program.isDefinedInSource(name));
    if (!isAtLink) return this.value(expression);
    return evaluateExpression(expression, {
      macro: (name) => this.decisionAt(name, link).value,
      hasHeader: (header) => this.hasHeader(header),
    });
  }

  private value(expression: string): number | undefined {
    if (this.expressions.has(expression)) return this.expressions.get(expression);
    const before = this.outermost;
    this.outermost = Number.POSITIVE_INFINITY;
    const value = evaluateExpression(expression, this);
    if (this.outermost === Number.POSITIVE_INFINITY) this.expressions.set(expression, value);
    this.outermost = Math.min(before, this.outermost);
    return value;
  }
}

/** Whether nothing that becomes known later can change it. */
function isSettled({ value }: Decision): boolean {
  return value.state === 'undefined' || (value.state === 'defined' && value.value !== undefined);
}

function asksFor(expression: string, own: OwnMacros): boolean {
  return namesIn(expression).some((name) => own.has(name));
}

function both(a: Truth, b: Truth): Truth {
  if (a === 'false' || b === 'false') return 'false';
  return a === 'undecided' || b === 'undecided' ? 'undecided' : 'true';
}
