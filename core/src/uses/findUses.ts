/**
 * Facts of one file and the index of its program to uses.
 */
import type { Argument, CallArguments, FileFacts, Occurrence, Place } from '../facts/fileFacts.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import { pathRole } from '../index/pathRole.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import { FLAG_SCOPES, PROGRAM_ARGUMENT, SIGNAL_ARGUMENT } from './argumentScopes.js';
import type { Catalogue } from './catalogue.js';
import { isOwnName } from './ownName.js';
import { pathFeature } from './pathFeature.js';
import { programsOf } from './shellCommand.js';
import type { MacroStep, Use, UseKind, UseTag } from './use.js';

/** A macro may lead to another; deeper chains than this are cut. */
const MAX_EXPANSIONS = 8;
/** One name seldom leads to more features than this; a macro of whole programs is cut. */
const MAX_FEATURES_PER_NAME = 12;

/** Uses of a file in the order of the text. */
export function findUses(facts: FileFacts, index: ProgramIndex, catalogue: Catalogue): Use[] {
  const finder = new UseFinder(facts, index, catalogue);
  for (const occurrence of facts.occurrences) finder.occurrence(occurrence);
  for (const macro of facts.macros) {
    for (const occurrence of macro.body) finder.macroBody(occurrence, macro.parameters ?? []);
  }
  for (const include of facts.includes) {
    if (include.angled || catalogue.has(`header/${include.header}`)) {
      const feature = `header/${include.header}`;
      if (catalogue.has(feature))
        finder.plain('include', feature, include.header, include.header, include, include.condition);
    }
  }
  for (const path of facts.paths) {
    const feature = pathFeature(path.text, catalogue);
    if (feature)
      finder.plain('path', feature, path.text, `/${feature.slice('path/'.length)}`, path, path.condition);
  }
  return finder.uses.sort((a, b) => a.start - b.start);
}

/** Features of a file's counted names: called somewhere in it, places not kept. */
export function countedFeatures(facts: FileFacts, index: ProgramIndex, catalogue: Catalogue): string[] {
  if (facts.counted.length === 0) return [];
  const finder = new UseFinder(facts, index, catalogue);
  return facts.counted.flatMap((name) => finder.featuresOf(name));
}

/** What an occurrence leads to. */
interface Expansion {
  readonly name: string;
  readonly shape: Occurrence['shape'];
  readonly arguments: CallArguments | undefined;
  readonly through: readonly (GuardChain | undefined)[];
  readonly macros: readonly MacroStep[];
}

class UseFinder {
  readonly uses: Use[] = [];
  private readonly chains: GuardChains;
  private readonly systems: readonly string[];
  private readonly fileTags: readonly UseTag[];
  private readonly localMacros = new Map<string, FileFacts['macros'][number][]>();

  constructor(
    private readonly facts: FileFacts,
    private readonly index: ProgramIndex,
    private readonly catalogue: Catalogue,
  ) {
    this.chains = new GuardChains(facts.path, facts.conditions);
    const role = pathRole(facts.path);
    this.systems = role.systems;
    this.fileTags = [
      ...(role.isTest ? (['test'] as const) : []),
      ...(role.isExample ? (['example'] as const) : []),
      ...(role.isReplacement || definesItsName(facts) ? (['replacement'] as const) : []),
    ];
    for (const macro of facts.macros) {
      const list = this.localMacros.get(macro.name);
      if (list) list.push(macro);
      else this.localMacros.set(macro.name, [macro]);
    }
  }

  occurrence(occurrence: Occurrence): void {
    const guard = this.chains.of(occurrence.condition);
    for (const expansion of this.expand(occurrence))
      this.emit(occurrence, occurrence, guard, expansion, this.fileTags);
  }

  /** Features that a call of this name somewhere in the file leads to. */
  featuresOf(name: string): string[] {
    const step: Expansion = { name, shape: 'call', arguments: undefined, through: [], macros: [] };
    return this.follow(step, undefined, undefined, false).flatMap(
      (expansion) => this.catalogue.function(expansion.name) ?? [],
    );
  }

  macroBody(occurrence: Occurrence, parameters: readonly string[]): void {
    const feature = this.catalogue.function(occurrence.name);
    if (feature === undefined) return;
    const guard = this.chains.of(occurrence.condition);
    if (isOwnName(occurrence.name, guard, false, this.facts, this.index)) return;
    const args = occurrence.arguments && withoutParameters(occurrence.arguments, parameters);
    this.emit(
      occurrence,
      occurrence,
      guard,
      { name: occurrence.name, shape: occurrence.shape, arguments: args, through: [], macros: [] },
      [...this.fileTags, 'macro-body'],
    );
  }

  plain(kind: UseKind, feature: string, name: string, symbol: string, place: Place, condition: number): void {
    this.push(
      kind,
      feature,
      name,
      symbol,
      place,
      this.chains.of(condition),
      [],
      [],
      undefined,
      this.fileTags,
    );
  }

  /** What an occurrence stands for: functions of the platform, by its own name and through macros. */
  private expand(occurrence: Occurrence): Expansion[] {
    const { name, shape } = occurrence;
    const step: Expansion = { name, shape, arguments: occurrence.arguments, through: [], macros: [] };
    const mayBeMember = occurrence.inClass && !occurrence.qualified;
    return this.follow(step, occurrence.line, this.chains.of(occurrence.condition), mayBeMember);
  }

  /** Follows macros from a name to functions of the platform. */
  private follow(
    first: Expansion,
    line: number | undefined,
    guard: GuardChain | undefined,
    mayBeMember: boolean,
  ): Expansion[] {
    const results: Expansion[] = [];
    const seen = new Set<string>();
    const follow = (step: Expansion, depth: number): void => {
      if (results.length >= MAX_FEATURES_PER_NAME || depth > MAX_EXPANSIONS) return;
      const definitions = this.macrosOf(step.name, depth === 0 ? line : undefined);
      const live = definitions.filter(
        ({ macro }) => macro.body.length > 0 && takesCall(macro.parameters, step.shape),
      );
      const isFunction = this.catalogue.function(step.name) !== undefined;
      const isHidden = definitions.some(
        ({ macro, guard: own, path }) =>
          own === undefined &&
          this.index.certainlySees(this.facts.path, path) &&
          macro.value !== step.name &&
          takesCall(macro.parameters, step.shape),
      );
      if (isFunction && !isHidden && !isOwnName(step.name, guard, mayBeMember, this.facts, this.index)) {
        results.push(step);
      }
      const bodies = new Map<
        string,
        {
          occurrence: Occurrence;
          through: (GuardChain | undefined)[];
          macro: MacroStep;
          parameters: readonly string[];
        }
      >();
      for (const { macro, guard: own, path } of live) {
        for (const inner of macro.body) {
          const known = bodies.get(inner.name);
          if (known) known.through.push(own);
          else {
            bodies.set(inner.name, {
              occurrence: inner,
              through: [own],
              macro: { name: macro.name, path, line: macro.line, column: macro.column },
              parameters: macro.parameters ?? [],
            });
          }
        }
      }
      for (const [name, inner] of bodies) {
        if (seen.has(`${step.name}>${name}`)) continue;
        seen.add(`${step.name}>${name}`);
        const isAlias = inner.occurrence.shape === 'value' && inner.parameters.length === 0;
        follow(
          {
            name,
            shape: isAlias ? step.shape : inner.occurrence.shape,
            arguments: isAlias
              ? step.arguments
              : inner.occurrence.arguments && withoutParameters(inner.occurrence.arguments, inner.parameters),
            through: mergeThrough(step.through, inner.through),
            macros: [...step.macros, inner.macro],
          },
          depth + 1,
        );
      }
    };
    follow(first, 0);
    return results;
  }

  private macrosOf(name: string, line: number | undefined) {
    const local = (this.localMacros.get(name) ?? [])
      .filter((macro) => line === undefined || macro.line < line)
      .map((macro) => ({ macro, path: this.facts.path, guard: this.chains.of(macro.condition) }));
    if (local.length > 0 && isHeaderPath(this.facts.path)) return local;
    const seen = this.index.macrosSeenFrom(name, this.facts.path);
    return local.length > 0 ? [...local, ...seen] : seen;
  }

  private emit(
    occurrence: Occurrence,
    place: Place,
    guard: GuardChain | undefined,
    expansion: Expansion,
    tags: readonly UseTag[],
  ): void {
    const feature = this.catalogue.function(expansion.name);
    if (feature === undefined) return;
    const kind: UseKind =
      expansion.macros.length > 0 ? 'macro' : expansion.shape === 'call' ? 'call' : 'reference';
    const { through, macros } = expansion;
    this.push(
      kind,
      feature,
      occurrence.name,
      expansion.name,
      place,
      guard,
      through,
      macros,
      expansion.arguments,
      tags,
    );
    if (expansion.arguments) this.namedInArguments(expansion, occurrence, guard, tags);
  }

  /** Constants, signals, call numbers and programs that the arguments of a call name. */
  private namedInArguments(
    expansion: Expansion,
    occurrence: Occurrence,
    guard: GuardChain | undefined,
    tags: readonly UseTag[],
  ): void {
    const args = expansion.arguments as CallArguments;
    const call = expansion.name;
    const { through, macros } = expansion;
    // What a macro's body names stands in the macro, not at the place that uses it.
    const placeOf = (place: Place): Place =>
      macros.length > 0 && args !== occurrence.arguments ? occurrence : place;
    const scope = FLAG_SCOPES[call];
    for (const constant of args.constants) {
      const flag = scope === undefined ? undefined : this.catalogue.flag(scope, constant.name);
      if (flag)
        this.push(
          'flag',
          flag,
          constant.name,
          constant.name,
          placeOf(constant),
          guard,
          through,
          macros,
          undefined,
          tags,
          occurrence.start,
        );
      if (SIGNAL_ARGUMENT[call] === constant.argument && this.catalogue.has(`signal/${constant.name}`)) {
        this.push(
          'signal',
          `signal/${constant.name}`,
          constant.name,
          constant.name,
          placeOf(constant),
          guard,
          through,
          macros,
          undefined,
          tags,
          occurrence.start,
        );
      }
    }
    if (call === 'syscall') this.systemCall(args, occurrence, placeOf, guard, through, macros, tags);
    const program = PROGRAM_ARGUMENT[call];
    if (!program) return;
    const strings = args.strings.filter(({ argument }) => argument === program.argument);
    if (strings.length === 0) return;
    const text = strings.map((string) => withoutEscapes(string.text)).join('');
    const names =
      program.form === 'shell'
        ? programsOf(text)
        : [{ name: text.slice(text.lastIndexOf('/') + 1), offset: 0 }];
    for (const { name } of names) {
      const feature = `command/${name}`;
      if (!this.catalogue.has(feature)) continue;
      const string = strings.find((candidate) => candidate.text.includes(name)) ?? strings[0];
      this.push(
        'command',
        feature,
        name,
        name,
        placeOf(string),
        guard,
        through,
        macros,
        undefined,
        tags,
        occurrence.start,
      );
    }
    const shell = program.form === 'shell' ? 'command/sh' : undefined;
    if (shell && this.catalogue.has(shell)) {
      this.push(
        'command',
        shell,
        'sh',
        'sh',
        placeOf(strings[0]),
        guard,
        through,
        macros,
        undefined,
        tags,
        occurrence.start,
      );
    }
  }

  private systemCall(
    args: CallArguments,
    occurrence: Occurrence,
    placeOf: (place: Place) => Place,
    guard: GuardChain | undefined,
    through: readonly (GuardChain | undefined)[],
    macros: readonly MacroStep[],
    tags: readonly UseTag[],
  ): void {
    const number = args.callNumber;
    const match = number && /^(?:SYS_|__NR_)(\w+)$/.exec(number.name);
    if (!match) return;
    const feature = `syscall/${match[1]}`;
    if (!this.catalogue.has(feature)) return;
    const shifted: CallArguments = {
      values: args.values.slice(1),
      constants: args.constants
        .filter(({ argument }) => argument > 0)
        .map((c) => ({ ...c, argument: c.argument - 1 })),
      strings: [],
      callNumber: undefined,
    };
    this.push(
      'syscall',
      feature,
      number.name,
      match[1],
      placeOf(number),
      guard,
      through,
      macros,
      shifted,
      tags,
      occurrence.start,
    );
  }

  private push(
    kind: UseKind,
    feature: string,
    name: string,
    symbol: string,
    place: Place,
    guard: GuardChain | undefined,
    through: readonly (GuardChain | undefined)[],
    macros: readonly MacroStep[],
    args: CallArguments | undefined,
    tags: readonly UseTag[],
    call?: number,
  ): void {
    const { path } = this.facts;
    const { line, column, start, end } = place;
    const { systems } = this;
    this.uses.push({
      feature,
      kind,
      name,
      symbol,
      path,
      line,
      column,
      start,
      end,
      guard,
      through,
      macros,
      arguments: args,
      call,
      tags,
      systems,
    });
  }
}

/** A file that is named for the function which it defines stands in for it where a platform lacks it. */
function definesItsName(facts: FileFacts): boolean {
  const stem = facts.path.slice(facts.path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return facts.definitions.some(
    ({ name, kind, isStatic }) => kind === 'function' && !isStatic && name === stem,
  );
}

/** A function-like macro is only expanded where it is called. */
function takesCall(parameters: readonly string[] | undefined, shape: Occurrence['shape']): boolean {
  return parameters === undefined || shape === 'call';
}

/** In a macro's body a parameter is no constant. */
function withoutParameters(args: CallArguments, parameters: readonly string[]): CallArguments {
  if (parameters.length === 0) return args;
  const values = args.values.map(
    (value): Argument =>
      value.kind === 'constants' && value.names.some((name) => parameters.includes(name))
        ? { kind: 'unknown' }
        : value,
  );
  return { ...args, values, constants: args.constants.filter(({ name }) => !parameters.includes(name)) };
}

/** Both steps have to hold; where each has alternatives, the inner ones are kept, which is never too strict. */
function mergeThrough(
  outer: readonly (GuardChain | undefined)[],
  inner: readonly (GuardChain | undefined)[],
): readonly (GuardChain | undefined)[] {
  if (inner.some((chain) => chain === undefined)) return outer;
  return inner;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(["'\\])/g, '$1').replace(/\\[nt]/g, ' ');
}
