/**
 * From a name in a file to the functions of the platform that it stands for: by itself, and through the macros that
 * the file sees.
 */
import type { Argument, CallArguments, KeptFacts, Occurrence } from '../facts/fileFacts.js';
import type { GuardChain, GuardChains } from '../guards/guardChain.js';
import type { MacroView } from '../index/macroView.js';
import { type IndexedMacro, isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import type { Catalogue } from './catalogue.js';
import { type Body, type MacroMeanings, type Meaning, meaningOf } from './macroMeanings.js';
import { isOwnName } from './ownName.js';
import type { MacroStep } from './use.js';

/** A macro may lead to another; deeper chains than this are cut. */
const MAX_EXPANSIONS = 8;
/** One name seldom leads to more functions than this; a macro of whole programs is cut. */
const MAX_FUNCTIONS = 12;

/** What a name leads to. */
export interface Expansion {
  readonly name: string;
  readonly shape: Occurrence['shape'];
  readonly arguments: CallArguments | undefined;
  /** Conditions of the macros on the way, alternatives of one another; none if nothing conditional led here. */
  readonly through: readonly (GuardChain | undefined)[];
  readonly macros: readonly MacroStep[];
}

/** Where a name stands. */
interface Standpoint {
  /** Zero-based line; macros of the file count from the line after theirs. Undefined: all of them count. */
  readonly line: number | undefined;
  readonly guard: GuardChain | undefined;
  /** Whether the name may be a member of a class there. */
  readonly mayBeMember: boolean;
}

/** Follows the names of one file. */
export class MacroFollower {
  private readonly localMacros = new Map<string, IndexedMacro[]>();
  private readonly view: MacroView;
  /** Meanings of names of which the file itself defines no macro. */
  private readonly ofCalls = new Map<string, Meaning>();
  private readonly ofValues = new Map<string, Meaning>();
  private readonly shared = new Map<GuardChain | undefined, Map<string, readonly Expansion[]>>();
  private readonly isHeader: boolean;

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
  }

  /** What an occurrence stands for. */
  expand(occurrence: Occurrence): readonly Expansion[] {
    const { name, shape } = occurrence;
    const guard = this.chains.of(occurrence.condition);
    const mayBeMember = occurrence.inClass && !occurrence.qualified;
    const from: Standpoint = { line: occurrence.line, guard, mayBeMember };
    if (occurrence.arguments || mayBeMember || this.localMacros.has(name)) {
      return this.follow(name, shape, occurrence.arguments, from);
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
      expansions = this.follow(name, shape, undefined, from);
      underGuard.set(key, expansions);
    }
    return expansions;
  }

  /** Functions that a call of this name somewhere in the file leads to. */
  functionsOf(name: string): string[] {
    const found = this.follow(name, 'call', undefined, ANYWHERE);
    return found.map((expansion) => expansion.name);
  }

  private follow(
    first: string,
    firstShape: Occurrence['shape'],
    args: CallArguments | undefined,
    from: Standpoint,
  ): Expansion[] {
    const results: Expansion[] = [];
    const way: Body[] = [];
    let taken: Set<string> | undefined;
    const visit = (name: string, shape: Occurrence['shape']): void => {
      if (results.length >= MAX_FUNCTIONS || way.length > MAX_EXPANSIONS) return;
      const { isHidden, bodies } = this.meaningOf(name, shape, way.length === 0 ? from.line : undefined);
      if (
        !isHidden &&
        this.catalogue.function(name) !== undefined &&
        !isOwnName(name, from.guard, from.mayBeMember, this.facts, this.index)
      ) {
        results.push(expansionOf(first, firstShape, args, way));
      }
      for (const body of bodies) {
        taken ??= new Set();
        if (taken.has(body.step)) continue;
        taken.add(body.step);
        way.push(body);
        visit(body.inner.name, isAlias(body) ? shape : body.inner.shape);
        way.pop();
      }
    };
    visit(first, firstShape);
    return results;
  }

  private meaningOf(name: string, shape: Occurrence['shape'], line: number | undefined): Meaning {
    const local = this.localMacros.get(name)?.filter((seen) => line === undefined || seen.macro.line < line);
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

/** In a macro's body a parameter is no constant. */
export function withoutParameters(args: CallArguments, parameters: readonly string[]): CallArguments {
  if (parameters.length === 0) return args;
  const values = args.values.map(
    (value): Argument =>
      value.kind === 'name' || ('names' in value && value.names.some((name) => parameters.includes(name)))
        ? { kind: 'unknown' }
        : value,
  );
  return { ...args, values, constants: args.constants.filter(({ name }) => !parameters.includes(name)) };
}

/** Another name for a function hands on how it is used. */
function isAlias({ inner, parameters }: Body): boolean {
  return inner.shape === 'value' && parameters.length === 0;
}

/** What is at the end of a way through macros. */
function expansionOf(
  first: string,
  firstShape: Occurrence['shape'],
  firstArguments: CallArguments | undefined,
  way: readonly Body[],
): Expansion {
  let name = first;
  let shape = firstShape;
  let args = firstArguments;
  let through: Expansion['through'] = NONE;
  for (const body of way) {
    const { inner, parameters } = body;
    name = inner.name;
    if (!isAlias(body)) {
      shape = inner.shape;
      args = inner.arguments && withoutParameters(inner.arguments, parameters);
    }
    through = mergeThrough(through, body.through);
  }
  return { name, shape, arguments: args, through, macros: way.length === 0 ? NONE : way.map(stepOf) };
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
