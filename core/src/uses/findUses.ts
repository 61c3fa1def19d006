/**
 * Facts of one file and the index of its program to uses.
 */
import type { KeptFacts, Occurrence, Place } from '../facts/fileFacts.js';
import { GuardChains } from '../guards/guardChain.js';
import { pathRole } from '../index/pathRole.js';
import type { ProgramIndex } from '../index/programIndex.js';
import { usesInArguments } from './argumentUses.js';
import type { Catalogue } from './catalogue.js';
import { type Expansion, MacroFollower, withoutParameters } from './followMacros.js';
import { MacroMeanings } from './macroMeanings.js';
import { isOwnName } from './ownName.js';
import { pathFeature } from './pathFeature.js';
import type { Use, UseKind, UseTag } from './use.js';

/** What a file uses. */
export interface FileUses {
  /** By place. */
  readonly uses: readonly Use[];
  /** Features that are called somewhere in the file, of which no place was kept. */
  readonly counted: Iterable<string>;
}

/** Finds the uses of the files of one program; good until the index changes. */
export class UseFinder {
  private readonly meanings = new MacroMeanings();

  constructor(
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
  ) {}

  usesOf(facts: KeptFacts): FileUses {
    const { index, catalogue } = this;
    const finder = new FileUseFinder(facts, index, catalogue, this.meanings);
    for (const occurrence of facts.occurrences) finder.occurrence(occurrence);
    for (const macro of facts.macros) {
      for (const occurrence of macro.body) finder.macroBody(occurrence, macro.parameters ?? NONE);
    }
    for (const include of facts.includes) {
      const feature = catalogue.header(include.header);
      if (feature) finder.plain('include', feature.id, feature.name, feature.name, include);
    }
    for (const path of facts.paths) {
      const feature = pathFeature(path.text, catalogue);
      if (feature) finder.plain('path', feature, path.text, `/${feature.slice('path/'.length)}`, path);
    }
    return { uses: finder.uses.sort((a, b) => a.start - b.start), counted: finder.counted() };
  }
}

/** Uses of a file in the order of the text. */
export function findUses(facts: KeptFacts, index: ProgramIndex, catalogue: Catalogue): readonly Use[] {
  return new UseFinder(index, catalogue).usesOf(facts).uses;
}

const NONE: readonly never[] = [];

class FileUseFinder {
  readonly uses: Use[] = [];
  private readonly chains: GuardChains;
  private readonly follower: MacroFollower;
  private readonly systems: readonly string[];
  private readonly fileTags: readonly UseTag[];
  /** Start of the call by the start of a string literal in its arguments. */
  private readonly callOfString = new Map<number, number>();

  constructor(
    private readonly facts: KeptFacts,
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
    meanings: MacroMeanings,
  ) {
    this.chains = new GuardChains(facts.path, facts.conditions);
    this.follower = new MacroFollower(facts, index, catalogue, this.chains, meanings);
    const role = pathRole(facts.path);
    this.systems = role.systems.length > 0 ? role.systems : NONE;
    const tags: UseTag[] = [];
    if (role.isTest) tags.push('test');
    if (role.isExample) tags.push('example');
    if (role.isReplacement || definesItsName(facts)) tags.push('replacement');
    this.fileTags = tags.length > 0 ? tags : NONE;
  }

  /** Features of the names of which the file says no place. */
  counted(): string[] {
    const features: string[] = [];
    for (const name of this.facts.counted) {
      for (const found of this.follower.functionsOf(name)) features.push(`function/${found}`);
    }
    return features;
  }

  occurrence(occurrence: Occurrence): void {
    for (const expansion of this.follower.expand(occurrence)) {
      this.emit(occurrence, expansion, this.fileTags);
    }
  }

  macroBody(occurrence: Occurrence, parameters: readonly string[]): void {
    const { name, shape } = occurrence;
    if (this.catalogue.function(name) === undefined) return;
    if (isOwnName(name, this.chains.of(occurrence.condition), false, this.facts, this.index)) return;
    const args = occurrence.arguments && withoutParameters(occurrence.arguments, parameters);
    this.emit(occurrence, { name, shape, arguments: args, through: NONE, macros: NONE }, [
      ...this.fileTags,
      'macro-body',
    ]);
  }

  /** A use that is a name or text alone: a header, a path. */
  plain(
    kind: UseKind,
    feature: string,
    name: string,
    symbol: string,
    place: Place & { readonly condition: number },
  ): void {
    const { start, end, line, column, condition } = place;
    this.uses.push({
      feature,
      kind,
      name,
      symbol,
      path: this.facts.path,
      line,
      column,
      start,
      end,
      guard: this.chains.of(condition),
      through: NONE,
      macros: NONE,
      arguments: undefined,
      // A path is without its quotes.
      call: kind === 'path' ? this.callOfString.get(start - 1) : undefined,
      tags: this.fileTags,
      systems: this.systems,
      isAside: false,
      isAlternative: false,
    });
  }

  private emit(occurrence: Occurrence, expansion: Expansion, tags: readonly UseTag[]): void {
    const feature = this.catalogue.function(expansion.name);
    if (feature === undefined) return;
    const { start, end, line, column } = occurrence;
    const use: Use = {
      feature,
      kind: expansion.macros.length > 0 ? 'macro' : expansion.shape === 'call' ? 'call' : 'reference',
      name: occurrence.name,
      symbol: expansion.name,
      path: this.facts.path,
      line,
      column,
      start,
      end,
      guard: this.chains.of(occurrence.condition),
      through: expansion.through,
      macros: expansion.macros,
      arguments: expansion.arguments,
      call: undefined,
      tags,
      systems: this.systems,
      isAside: false,
      isAlternative: false,
    };
    this.uses.push(use);
    if (!expansion.arguments) return;
    // What a macro's body names stands in the macro, not at the place that uses it.
    const isOwn = expansion.macros.length === 0 || expansion.arguments === occurrence.arguments;
    if (isOwn) for (const string of expansion.arguments.strings) this.callOfString.set(string.start, start);
    for (const named of usesInArguments(use, expansion.arguments, isOwn, this.catalogue))
      this.uses.push(named);
  }
}

/** A file that is named for the function which it defines stands in for it where a platform lacks it. */
function definesItsName(facts: KeptFacts): boolean {
  const stem = facts.path.slice(facts.path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return facts.definitions.some(
    ({ name, kind, isStatic }) => kind === 'function' && !isStatic && name === stem,
  );
}
