/**
 * Facts of one file and the index of its program to uses.
 */
import type { KeptFacts, Occurrence, Place } from '../facts/fileFacts.js';
import { GuardChains } from '../guards/guardChain.js';
import { pathRole } from '../index/pathRole.js';
import type { ProgramIndex } from '../index/programIndex.js';
import { usesInArguments } from './argumentUses.js';
import type { Catalogue } from './catalogue.js';
import { type Expansion, MacroFollower } from './followMacros.js';
import { withoutParameters } from './macroArguments.js';
import { isOwnName } from './ownName.js';
import { isPathText, pathFeature } from './pathFeature.js';
import type { Use, UseKind, UseTag } from './use.js';

/** Uses of a file in the order of the text. */
export function findUses(facts: KeptFacts, index: ProgramIndex, catalogue: Catalogue): Use[] {
  const finder = new UseFinder(facts, index, catalogue);
  for (const occurrence of facts.occurrences) finder.occurrence(occurrence);
  for (const macro of facts.macros) {
    for (const occurrence of macro.body) finder.macroBody(occurrence, macro.parameters ?? []);
  }
  for (const include of facts.includes) {
    const feature = catalogue.header(include.header);
    if (feature) finder.plain('include', feature.id, feature.name, feature.name, include);
  }
  for (const path of facts.paths) {
    const named = pathFeature(path.text, catalogue);
    if (named) finder.plain('path', named.feature, path.text, named.path, path);
  }
  return finder.uses.sort((a, b) => a.start - b.start);
}

/** Features of a file's counted names: called somewhere in it, places not kept. */
export function countedFeatures(facts: KeptFacts, index: ProgramIndex, catalogue: Catalogue): string[] {
  if (facts.counted.length === 0) return [];
  const chains = new GuardChains(facts.path, facts.conditions);
  const follower = new MacroFollower(facts, index, catalogue, chains);
  return facts.counted.flatMap((name) => follower.functionsOf(name).map((found) => `function/${found}`));
}

const NONE: readonly never[] = [];

class UseFinder {
  readonly uses: Use[] = [];
  private readonly chains: GuardChains;
  private readonly follower: MacroFollower;
  private readonly systems: readonly string[];
  private readonly fileTags: readonly UseTag[];

  constructor(
    private readonly facts: KeptFacts,
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
  ) {
    this.chains = new GuardChains(facts.path, facts.conditions);
    this.follower = new MacroFollower(facts, index, catalogue, this.chains);
    const role = pathRole(facts.path);
    this.systems = role.systems.length > 0 ? role.systems : NONE;
    const tags: UseTag[] = [];
    if (role.isTest) tags.push('test');
    if (role.isExample) tags.push('example');
    if (role.isReplacement || definesItsName(facts)) tags.push('replacement');
    this.fileTags = tags.length > 0 ? tags : NONE;
  }

  occurrence(occurrence: Occurrence): void {
    for (const expansion of this.follower.expand(occurrence)) {
      this.emit(occurrence, expansion, this.fileTags);
    }
  }

  macroBody(occurrence: Occurrence, parameters: readonly string[]): void {
    const { name, shape } = occurrence;
    if (isPathText(name)) {
      const expansion = { name, shape, textBehind: '', arguments: undefined, through: NONE, macros: NONE };
      this.emit(occurrence, expansion, [...this.fileTags, 'macro-body']);
      return;
    }
    if (this.catalogue.function(name) === undefined) return;
    if (isOwnName(name, this.chains.of(occurrence.condition), false, this.facts, this.index)) return;
    const args = occurrence.arguments && withoutParameters(occurrence.arguments, parameters);
    const expansion = { name, shape, textBehind: '', arguments: args, through: NONE, macros: NONE };
    this.emit(occurrence, expansion, [...this.fileTags, 'macro-body']);
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
      call: undefined,
      tags: this.fileTags,
      systems: this.systems,
    });
  }

  private emit(occurrence: Occurrence, expansion: Expansion, tags: readonly UseTag[]): void {
    const path = isPathText(expansion.name)
      ? pathFeature(expansion.name + expansion.textBehind, this.catalogue)
      : undefined;
    const feature = path?.feature ?? this.catalogue.function(expansion.name);
    if (feature === undefined) return;
    const { start, end, line, column } = occurrence;
    const args = expansion.arguments && this.follower.withoutAliases(expansion.arguments, line);
    const use: Use = {
      feature,
      kind: path
        ? 'path'
        : expansion.macros.length > 0
          ? 'macro'
          : expansion.shape === 'call'
            ? 'call'
            : 'reference',
      name: occurrence.name,
      symbol: path?.path ?? expansion.name,
      path: this.facts.path,
      line,
      column,
      start,
      end,
      guard: this.chains.of(occurrence.condition),
      through: expansion.through,
      macros: expansion.macros,
      arguments: args,
      call: undefined,
      tags,
      systems: this.systems,
    };
    this.uses.push(use);
    if (!args) return;
    for (const named of usesInArguments(use, args, this.catalogue)) this.uses.push(named);
  }
}

/** A file that is named for the function which it defines stands in for it where a platform lacks it. */
function definesItsName(facts: KeptFacts): boolean {
  const stem = facts.path.slice(facts.path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return facts.definitions.some(
    ({ name, kind, isStatic }) => kind === 'function' && !isStatic && name === stem,
  );
}
