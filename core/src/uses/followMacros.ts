/**
 * From a name in a file to the functions of the platform that it stands for: by itself, and through the macros that
 * the file sees.
 */
import type { CallArguments, KeptFacts, Macro, Occurrence } from '../facts/fileFacts.js';
import type { GuardChain, GuardChains } from '../guards/guardChain.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import type { Catalogue } from './catalogue.js';
import { withoutAliases } from './constantAliases.js';
import { argumentsAtUse } from './macroArguments.js';
import { isOwnName } from './ownName.js';
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

/** A macro that the file sees, and where it is defined. */
interface SeenMacro {
  readonly macro: Macro;
  readonly path: string;
  readonly guard: GuardChain | undefined;
}

interface Undefined {
  readonly line: number;
  readonly guard: GuardChain | undefined;
}

/** What the macros of one name say of it. */
interface Meaning {
  /** Whether a macro takes the name's place whatever the build is. */
  readonly isHidden: boolean;
  readonly bodies: readonly Body[];
}

/** A name in the bodies of macros. */
interface Body {
  readonly inner: Occurrence;
  readonly through: (GuardChain | undefined)[];
  readonly macro: MacroStep;
  readonly parameters: readonly string[];
}

/** Follows the names of one file. */
export class MacroFollower {
  private readonly localMacros = new Map<string, SeenMacro[]>();
  /** Meanings of names of which the file itself defines no macro, by shape and name. */
  private readonly meanings = new Map<string, Meaning>();
  private readonly shared = new Map<GuardChain | undefined, Map<string, readonly Expansion[]>>();
  private readonly isHeader: boolean;

  /** Lines and conditions of `#undef`s by name, in the order of the text. */
  private readonly undefinitions = new Map<string, Undefined[]>();

  constructor(
    private readonly facts: KeptFacts,
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
    private readonly chains: GuardChains,
  ) {
    this.isHeader = isHeaderPath(facts.path);
    for (const macro of facts.macros) {
      const seen = { macro, path: facts.path, guard: chains.of(macro.condition) };
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
    const { name, shape, line, textBehind = '' } = occurrence;
    const { arguments: args } = occurrence;
    const first: Expansion = { name, shape, textBehind, arguments: args, through: NONE, macros: NONE };
    const guard = this.chains.of(occurrence.condition);
    const mayBeMember = occurrence.inClass && !occurrence.qualified;
    const from: Standpoint = { line, guard, mayBeMember };
    if (args || textBehind !== '' || mayBeMember || this.isOfThePlace(name)) return this.follow(first, from);
    // Nothing of the place but its guard matters: all such places of a name share one answer.
    let underGuard = this.shared.get(guard);
    if (!underGuard) {
      underGuard = new Map();
      this.shared.set(guard, underGuard);
    }
    const key = `${shape} ${name}`;
    let expansions = underGuard.get(key);
    if (!expansions) {
      expansions = this.follow(first, from);
      underGuard.set(key, expansions);
    }
    return expansions;
  }

  /** Functions that a call of this name somewhere in the file leads to. */
  functionsOf(name: string): string[] {
    const call: Expansion = {
      name,
      shape: 'call',
      textBehind: '',
      arguments: undefined,
      through: NONE,
      macros: NONE,
    };
    const anywhere: Standpoint = { line: undefined, guard: undefined, mayBeMember: false };
    return this.follow(call, anywhere).map((expansion) => expansion.name);
  }

  /** Arguments of a call on this line, with the constants that macros in them stand for. */
  withoutAliases(args: CallArguments, line: number): CallArguments {
    return withoutAliases(args, (name) => this.constantsOf(name, line));
  }

  /** What a name stands for by every definition that the file sees. */
  private constantsOf(name: string, line: number): readonly string[] | undefined {
    const local = this.localMacros.get(name)?.filter((seen) => seen.macro.line < line) ?? NONE;
    if (local.length === 0 && this.index.macrosNamed(name).length === 0) return undefined;
    if (this.catalogue.isConstant(name)) return undefined;
    const [first, ...others] = [...local, ...this.index.macrosSeenFrom(name, this.facts.path)];
    const constants = first?.macro.constants;
    const joined = constants?.join('|');
    return others.every(({ macro }) => macro.constants?.join('|') === joined) ? constants : undefined;
  }

  private follow(first: Expansion, from: Standpoint): Expansion[] {
    const results: Expansion[] = [];
    const taken = new Set<string>();
    const visit = (step: Expansion, depth: number): void => {
      if (results.length >= MAX_FUNCTIONS || depth > MAX_EXPANSIONS) return;
      const { name } = step;
      const { isHidden, bodies } = this.meaningOf(name, step.shape, depth === 0 ? from : undefined);
      if (isPathText(name)) results.push(step);
      else if (
        !isHidden &&
        this.catalogue.function(name) !== undefined &&
        !isOwnName(name, from.guard, from.mayBeMember, this.facts, this.index)
      ) {
        results.push(step);
      }
      for (const body of bodies) {
        const way = `${name}>${body.inner.name}`;
        if (taken.has(way)) continue;
        taken.add(way);
        visit(stepInto(step, body), depth + 1);
      }
    };
    visit(first, 0);
    return results;
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
    if (undefinedAt >= 0) return this.read(name, shape, local ?? NONE);
    if (local && local.length > 0) {
      return this.read(
        name,
        shape,
        this.isHeader ? local : [...local, ...this.index.macrosSeenFrom(name, this.facts.path)],
      );
    }
    const key = `${shape} ${name}`;
    let meaning = this.meanings.get(key);
    if (!meaning) {
      meaning = this.read(name, shape, this.index.macrosSeenFrom(name, this.facts.path));
      this.meanings.set(key, meaning);
    }
    return meaning;
  }

  private read(name: string, shape: Occurrence['shape'], definitions: readonly SeenMacro[]): Meaning {
    if (definitions.length === 0) return NO_MACRO;
    const bodies = new Map<string, Body>();
    let isHidden = false;
    for (const { macro, path, guard } of definitions) {
      if (macro.isEnded && path !== this.facts.path) continue;
      // A function-like macro is only expanded where it is called.
      if (macro.parameters !== undefined && shape !== 'call') continue;
      if (guard === undefined && macro.value !== name && !isHidden) {
        isHidden = this.index.certainlySees(this.facts.path, path);
      }
      for (const inner of macro.body) {
        const known = bodies.get(inner.name);
        if (known) known.through.push(guard);
        else {
          const { line, column, parameters = [] } = macro;
          bodies.set(inner.name, {
            inner,
            through: [guard],
            macro: { name: macro.name, path, line, column },
            parameters,
          });
        }
      }
    }
    return { isHidden, bodies: [...bodies.values()] };
  }
}

const NONE: readonly never[] = [];
const NO_MACRO: Meaning = { isHidden: false, bodies: NONE };

function stepInto(step: Expansion, { inner, through, macro, parameters }: Body): Expansion {
  const isAlias = inner.shape === 'value' && parameters.length === 0;
  return {
    name: inner.name,
    shape: isAlias ? step.shape : inner.shape,
    textBehind: (inner.textBehind ?? '') + step.textBehind,
    arguments: isAlias
      ? step.arguments
      : inner.arguments && argumentsAtUse(inner.arguments, parameters, step.arguments),
    through: mergeThrough(step.through, through),
    macros: [...step.macros, macro],
  };
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
