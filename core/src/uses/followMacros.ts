/**
 * From a name in a file to the functions of the platform that it stands for: by itself, and through the macros that
 * the file sees.
 */
import type { CallArguments, KeptFacts, Occurrence } from '../facts/fileFacts.js';
import type { GuardChain, GuardChains } from '../guards/guardChain.js';
import type { MacroView } from '../index/macroView.js';
import { type IndexedMacro, isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import type { Catalogue } from './catalogue.js';
import { withoutAliases } from './constantAliases.js';
import { argumentsAtUse } from './macroArguments.js';
import { type Body, type MacroMeanings, type Meaning, meaningOf } from './macroMeanings.js';
import { type Replaced, replacedBy, withoutShared } from './ownName.js';
import { isPathText } from './pathFeature.js';
import type { MacroStep } from './use.js';

/** A macro may lead to another; deeper chains than this are cut. */
const MAX_EXPANSIONS = 8;
/** One name seldom leads to more functions than this; a macro of whole programs is cut. */
const MAX_FUNCTIONS = 12;

/** What a name leads to. */
export interface Expansion {
  /** A function, or the text of a path. */
  readonly name: string;
  readonly shape: Occurrence['shape'];
  /** Text that is joined with that of a path. */
  readonly textBehind: string;
  readonly arguments: CallArguments | undefined;
  /** Conditions of the macros on the way, alternatives of one another; none if nothing conditional led here. */
  readonly through: readonly (GuardChain | undefined)[];
  /** Conditions under which something of the program's own takes the place of the function. */
  readonly replaced: readonly GuardChain[];
  readonly macros: readonly MacroStep[];
}

/** A name as it is written. */
type Start = Pick<Expansion, 'name' | 'shape' | 'textBehind' | 'arguments'>;

/** Where a name stands. */
interface Standpoint {
  /** Zero-based line; macros of the file count from the line after theirs. Undefined: all of them count. */
  readonly line: number | undefined;
  readonly guard: GuardChain | undefined;
  /** Whether the name may be a member of a class there. */
  readonly mayBeMember: boolean;
}

interface Undefined {
  readonly line: number;
  readonly guard: GuardChain | undefined;
}

/** Follows the names of one file. */
export class MacroFollower {
  private readonly localMacros = new Map<string, IndexedMacro[]>();
  /** What the file sees of headers. */
  readonly view: MacroView;
  /** Meanings of names of which the file itself defines no macro. */
  private readonly ofCalls = new Map<string, Meaning>();
  private readonly ofValues = new Map<string, Meaning>();
  private readonly shared = new Map<GuardChain | undefined, Map<string, readonly Expansion[]>>();
  private readonly isHeader: boolean;
  /** Lines and conditions of `#undef`s by name, in the order of the text. */
  private readonly undefinitions = new Map<string, Undefined[]>();

  constructor(
    private readonly facts: KeptFacts,
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
    private readonly chains: GuardChains,
    private readonly meanings: MacroMeanings,
  ) {
    this.isHeader = isHeaderPath(facts.path);
    this.view = index.viewFrom(facts.path);
    for (const macro of facts.macros) {
      const guard = chains.of(macro.condition);
      const seen = { macro, path: facts.path, guard, seenBit: -1, certainBit: -1 };
      const list = this.localMacros.get(macro.name);
      if (list) list.push(seen);
      else this.localMacros.set(macro.name, [seen]);
    }
    for (const { name, line, condition } of facts.undefinitions) {
      const one = { line, guard: chains.of(condition) };
      const list = this.undefinitions.get(name);
      if (list) list.push(one);
      else this.undefinitions.set(name, [one]);
    }
  }

  /** What an occurrence stands for. */
  expand(occurrence: Occurrence): readonly Expansion[] {
    const { name, shape, line, textBehind = '', arguments: args } = occurrence;
    const guard = this.chains.of(occurrence.condition);
    const mayBeMember = occurrence.inClass && !occurrence.qualified;
    const from: Standpoint = { line, guard, mayBeMember };
    if (args || textBehind !== '' || mayBeMember || this.isOfThePlace(name)) {
      return this.follow({ name, shape, textBehind, arguments: args }, from);
    }
    // Nothing of the place but its guard matters: all such places of a name share one answer.
    let underGuard = this.shared.get(guard);
    if (!underGuard) {
      underGuard = new Map();
      this.shared.set(guard, underGuard);
    }
    const key = shape === 'call' ? name : `value ${name}`;
    let expansions = underGuard.get(key);
    if (!expansions) {
      expansions = this.follow({ name, shape, textBehind, arguments: undefined }, from);
      underGuard.set(key, expansions);
    }
    return expansions;
  }

  /** Functions that a call of this name somewhere in the file leads to. */
  functionsOf(name: string): string[] {
    const found = this.follow({ name, shape: 'call', textBehind: '', arguments: undefined }, ANYWHERE);
    return found.map((expansion) => expansion.name);
  }

  /** Arguments of a call on this line, with the constants that macros in them stand for. */
  withoutAliases(args: CallArguments, line: number): CallArguments {
    if (args.constants.length === 0) return args;
    return withoutAliases(args, (name) => this.constantsOf(name, line));
  }

  /** What a name stands for by every definition that the file sees. */
  private constantsOf(name: string, line: number): readonly string[] | undefined {
    const local = this.localMacros.get(name)?.filter((seen) => seen.macro.line < line) ?? NONE;
    const inHeaders = this.view.named(name);
    if (local.length === 0 && inHeaders.length === 0) return undefined;
    if (this.catalogue.isConstant(name)) return undefined;
    const [first, ...others] = [...local, ...inHeaders.filter((entry) => this.view.sees(entry))];
    const constants = first?.macro.constants;
    const joined = constants?.join('|');
    return others.every(({ macro }) => macro.constants?.join('|') === joined) ? constants : undefined;
  }

  private follow(first: Start, from: Standpoint): Expansion[] {
    const results: Expansion[] = [];
    const way: Body[] = [];
    let taken: Set<string> | undefined;
    const visit = (name: string, shape: Occurrence['shape']): void => {
      if (results.length >= MAX_FUNCTIONS || way.length > MAX_EXPANSIONS) return;
      const meaning = this.meaningOf(name, shape, way.length === 0 ? from : undefined);
      if (isPathText(name)) results.push(expansionOf(first, NONE, way));
      else if (!meaning.isHidden && this.catalogue.function(name) !== undefined) {
        const replaced = this.replaced(name, meaning.hiding, from);
        if (replaced !== 'always') results.push(expansionOf(first, replaced, way));
      }
      for (const body of meaning.bodies) {
        taken ??= new Set();
        if (taken.has(body.step)) continue;
        taken.add(body.step);
        way.push(body);
        visit(body.inner.name, isAlias(body) ? shape : body.inner.shape);
        way.pop();
      }
    };
    visit(first.name, first.shape);
    return results;
  }

  /** Conditions under which a macro or a function of the program's own is meant. */
  private replaced(name: string, hiding: readonly GuardChain[], from: Standpoint): Replaced {
    const own = replacedBy(name, from.guard, from.mayBeMember, this.facts, this.index, this.view);
    if (own === 'always' || hiding.length === 0) return own;
    const replaced = [...own];
    for (const chain of hiding) {
      const rest = withoutShared(chain, from.guard);
      if (rest === undefined) return 'always';
      replaced.push(rest);
    }
    return replaced;
  }

  /** Whether directives of the file itself say what a name is at a place. */
  private isOfThePlace(name: string): boolean {
    return this.localMacros.has(name) || this.undefinitions.has(name);
  }

  /** Line of the last `#undef` that is certain to stand in front of a place, or -1. */
  private undefinedAt(name: string, { line, guard }: Standpoint): number {
    let last = -1;
    for (const one of this.undefinitions.get(name) ?? NONE) {
      if (line !== undefined && one.line < line && isSharedBy(one.guard, guard)) last = one.line;
    }
    return last;
  }

  private meaningOf(name: string, shape: Occurrence['shape'], from: Standpoint | undefined): Meaning {
    const line = from?.line;
    const undefinedAt = from ? this.undefinedAt(name, from) : -1;
    const local = this.localMacros
      .get(name)
      ?.filter(({ macro }) => line === undefined || (macro.line < line && macro.line > undefinedAt));
    if (undefinedAt >= 0) return meaningOf(name, shape, local ?? NONE, this.view);
    if (local && local.length > 0) {
      const seen = this.isHeader ? NONE : this.view.named(name).filter((entry) => this.view.sees(entry));
      return meaningOf(name, shape, [...local, ...seen], this.view);
    }
    const known = shape === 'call' ? this.ofCalls : this.ofValues;
    let meaning = known.get(name);
    if (!meaning) {
      meaning = this.meanings.of(name, shape, this.view);
      known.set(name, meaning);
    }
    return meaning;
  }
}

const NONE: readonly never[] = [];
const ANYWHERE: Standpoint = { line: undefined, guard: undefined, mayBeMember: false };

/** Another name for a function hands on how it is used. */
function isAlias({ inner, parameters }: Body): boolean {
  return inner.shape === 'value' && parameters.length === 0;
}

/** What is at the end of a way through macros. */
function expansionOf(first: Start, replaced: Expansion['replaced'], way: readonly Body[]): Expansion {
  let { name, shape, textBehind, arguments: args } = first;
  let through: Expansion['through'] = NONE;
  for (const body of way) {
    const { inner, parameters } = body;
    name = inner.name;
    textBehind = (inner.textBehind ?? '') + textBehind;
    if (!isAlias(body)) {
      shape = inner.shape;
      args = inner.arguments && argumentsAtUse(inner.arguments, parameters, args);
    }
    through = mergeThrough(through, body.through);
  }
  const macros = way.length === 0 ? NONE : way.map(stepOf);
  return { name, shape, textBehind, arguments: args, through, replaced, macros };
}

function stepOf({ macro }: Body): MacroStep {
  return macro;
}

/** Both steps have to hold; where each has alternatives, the inner ones are kept, which is never too strict. */
function mergeThrough(
  outer: readonly (GuardChain | undefined)[],
  inner: readonly (GuardChain | undefined)[],
): readonly (GuardChain | undefined)[] {
  return inner.some((chain) => chain === undefined) ? outer : inner;
}

/** Whether a place under a chain of conditions is under another one, too. */
function isSharedBy(chain: GuardChain | undefined, place: GuardChain | undefined): boolean {
  if (!chain) return true;
  for (let at = place; at; at = at.outer) if (at === chain) return true;
  return false;
}
