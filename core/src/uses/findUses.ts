/**
 * Facts of one file and the index of its program to uses.
 */
import type { KeptFacts, Occurrence, Place } from '../facts/fileFacts.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import { pathRole } from '../index/pathRole.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import { baseName } from '../source/baseName.js';
import { usesInArguments } from './argumentUses.js';
import type { Catalogue } from './catalogue.js';
import { type Expansion, MacroFollower } from './followMacros.js';
import { type FunctionBehindMacro, functionsBehindMacros } from './functionsBehindMacros.js';
import { asPlatformCall, LIBRARY_CALLS } from './libraryCalls.js';
import { withoutParameters } from './macroArguments.js';
import { MacroMeanings } from './macroMeanings.js';
import { replacedBy } from './ownName.js';
import { isPathText, pathFeature } from './pathFeature.js';
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
      // With quotes a header of the program comes first, as "threads.h" beside the file.
      const isOwn = feature && !include.angled && index.includesOwn(facts.path, include.header);
      if (feature && !isOwn) finder.plain('include', feature.id, feature.name, feature.name, include);
    }
    for (const path of facts.paths) {
      const named = pathFeature(path.text, catalogue);
      if (named) finder.plain(named.kind, named.feature, path.text, named.path, path);
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
  private readonly included: readonly GuardChain[];
  private readonly behindMacros: readonly FunctionBehindMacro[];
  /** Start of the call by the start of a string literal or an upper-case name in its arguments. */
  private readonly callOfArgument = new Map<number, number>();

  constructor(
    private readonly facts: KeptFacts,
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
    meanings: MacroMeanings,
  ) {
    this.chains = new GuardChains(facts.conditions, facts.own, isHeaderPath(facts.path));
    this.follower = new MacroFollower(facts, index, catalogue, this.chains, meanings);
    this.behindMacros = functionsBehindMacros(facts, this.follower.view);
    const role = pathRole(facts.path);
    this.systems = role.systems.length > 0 ? role.systems : NONE;
    const tags: UseTag[] = [];
    if (role.isTest) tags.push('test');
    if (role.isExample) tags.push('example');
    const isBuilt = index.isBuilt(facts.path);
    // What a build takes in is a part of the program, whatever it stands in for.
    if (!isBuilt && (role.isReplacement || definesItsName(facts))) tags.push('replacement');
    const inclusion = index.inclusionOf(facts.path);
    if (isBuilt === false) tags.push('not-built');
    else if (inclusion === 'never' && !isBuilt) tags.push('not-included');
    this.included = typeof inclusion === 'string' ? NONE : inclusion;
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
    const { name } = occurrence;
    if (isPathText(name)) {
      this.macroUse(occurrence, undefined, NONE);
      return;
    }
    if (this.catalogue.function(name) === undefined) return;
    const guard = this.chains.of(occurrence.condition);
    const replaced = replacedBy(name, guard, false, this.facts, this.index, this.follower.view);
    if (replaced === 'always') return;
    const args = occurrence.arguments && withoutParameters(occurrence.arguments, parameters);
    this.macroUse(occurrence, args, replaced);
  }

  /** A use in a macro's body: what it leads to is told where the macro is used. */
  private macroUse(
    occurrence: Occurrence,
    args: Occurrence['arguments'],
    replaced: readonly GuardChain[],
  ): void {
    const { name, shape } = occurrence;
    const tags: readonly UseTag[] = [...this.fileTags, 'macro-body'];
    this.emit(
      occurrence,
      { name, shape, textBehind: '', arguments: args, through: NONE, replaced, macros: NONE },
      tags,
    );
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
      included: this.included,
      through: NONE,
      replaced: NONE,
      macros: NONE,
      arguments: undefined,
      // A path is without its quotes.
      call: kind === 'path' ? this.callOfArgument.get(start - 1) : undefined,
      tags: this.fileTags,
      purpose: undefined,
      systems: this.systems,
      isAside: false,
      isAlternative: false,
      imported: undefined,
    });
  }

  private emit(occurrence: Occurrence, expansion: Expansion, tags: readonly UseTag[]): void {
    const path = isPathText(expansion.name)
      ? pathFeature(expansion.name + expansion.textBehind, this.catalogue)
      : undefined;
    const feature = path?.feature ?? this.catalogue.function(expansion.name);
    if (feature === undefined) return;
    const { start, end, line, column } = occurrence;
    const given = expansion.arguments && this.follower.withoutAliases(expansion.arguments, line);
    const library = given && LIBRARY_CALLS[expansion.name];
    const args = library ? asPlatformCall(given, library) : given;
    const use: Use = {
      feature,
      kind: path?.kind ?? kindOf(feature, expansion),
      name: occurrence.name,
      symbol: path?.path ?? practiceOf(feature) ?? expansion.name,
      path: this.facts.path,
      line,
      column,
      start,
      end,
      guard: this.chains.of(occurrence.condition),
      included: this.included,
      through: expansion.through,
      replaced: this.replacedAt(start, expansion.replaced),
      macros: expansion.macros,
      arguments: args,
      call: path ? this.callOfArgument.get(start) : undefined,
      tags,
      purpose: occurrence.detaches ? 'daemon' : undefined,
      systems: this.systems,
      isAside: false,
      isAlternative: false,
      imported: undefined,
    };
    this.uses.push(use);
    if (!args) return;
    // What a macro's body names stands in the macro, not at the place that uses it.
    for (const one of [...args.strings, ...args.constants]) {
      if (one.elsewhere !== true) this.callOfArgument.set(one.start, start);
    }
    for (const named of usesInArguments(use, args, this.catalogue)) this.uses.push(named);
  }

  /** With the conditions under which the function around the place is not what its name means. */
  private replacedAt(start: number, own: readonly GuardChain[]): readonly GuardChain[] {
    for (const around of this.behindMacros) {
      if (start > around.start && start < around.end)
        return own.length > 0 ? [...own, ...around.replaced] : around.replaced;
    }
    return own;
  }
}

/** A file that is named for the function which it defines stands in for it where a platform lacks it. */
function definesItsName(facts: KeptFacts): boolean {
  const stem = baseName(facts.path).replace(/\..*$/, '');
  return facts.definitions.some(
    ({ name, kind, isStatic }) => kind === 'function' && !isStatic && name === stem,
  );
}

function kindOf(feature: string, { macros, shape }: Expansion): UseKind {
  if (practiceOf(feature) !== undefined) return 'practice';
  if (macros.length > 0) return 'macro';
  return shape === 'call' ? 'call' : 'reference';
}

/** What a practice is called; undefined for any other feature. */
function practiceOf(feature: string): string | undefined {
  return feature.startsWith('practice/') ? feature.slice('practice/'.length) : undefined;
}
