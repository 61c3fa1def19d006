/**
 * Names to files over a program: which macros lead to the platform's functions, which functions the program
 * defines itself, which switches it sets. Facts are put in and taken out file by file.
 */
import type { Definition, FileFacts, Macro, ToldFacts } from '../facts/fileFacts.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import { ProbeIndex } from '../probes/probeIndex.js';
import { sourceLanguage } from '../scan/language.js';
import { madeStem } from '../source/baseName.js';
import { type AnnouncedMacro, AnnouncedMacros, type MacroSearch } from './announcedMacros.js';
import { buildChains } from './buildChains.js';
import { IncludeGraph } from './includeGraph.js';
import { IncludeResolver } from './includeResolver.js';
import { type Inclusion, Inclusions, type WrittenInclude } from './inclusions.js';
import { MacroView } from './macroView.js';
import { pathRole } from './pathRole.js';
import { Programs } from './programs.js';

export interface IndexedMacro {
  readonly macro: Macro;
  readonly path: string;
  readonly guard: GuardChain | undefined;
  /** Bits of its header among those that files see, and that they see whatever the build is; -1 for none. */
  readonly seenBit: number;
  readonly certainBit: number;
}

export interface IndexedDefinition {
  readonly definition: Definition;
  readonly path: string;
  readonly guard: GuardChain | undefined;
  /** Written for a platform that lacks the function: a file named like it, or a folder of stand-ins. */
  readonly isReplacement: boolean;
  /** Whether its path says nothing against being built: no test, no example, no code of one system. */
  readonly isForAll: boolean;
  /** Bit of its header among those that files see, where it is static there; -1 for none. */
  readonly seenBit: number;
}

export class ProgramIndex {
  /** What the files of the build system say. */
  readonly probes = new ProbeIndex();
  private readonly macros = new Map<string, IndexedMacro[]>();
  private readonly definitions = new Map<string, IndexedDefinition[]>();
  private readonly resolver = new IncludeResolver();
  private readonly includes = new IncludeGraph(this.resolver, false);
  /** Only includes under no condition. */
  private readonly certainIncludes = new IncludeGraph(this.resolver, true);
  private readonly inclusions = new Inclusions(this.resolver);
  private readonly programs = new Programs();
  /** Files of which something was put in. */
  private readonly files = new Set<string>();
  private readonly announced = new AnnouncedMacros();
  private readonly announcedHeaders = new Set<string>();
  /** Names of the macros of each source file that some condition may ask for. */
  private readonly sourceMacros = new Map<string, readonly string[]>();
  private definedInSources: Set<string> | undefined;
  private built: ((path: string) => boolean) | undefined;

  /** Says which files there are, before any is put in: what an `#include` means depends on all of them. */
  expect(paths: Iterable<string>): void {
    for (const path of paths) this.resolver.add(path);
  }

  /** Whether the program has a file of this path. */
  hasFile(path: string): boolean {
    return this.resolver.idOf(path) !== undefined;
  }

  /** Paths of the files in which programs begin. */
  programFiles(): Iterable<string> {
    return this.programs.all();
  }

  /** Says of a header whose facts come later what it includes and which macros of it lead to the vocabulary. */
  announce(path: string, includes: readonly string[], macros: readonly AnnouncedMacro[]): void {
    this.announcedHeaders.add(path);
    this.includes.set(
      path,
      includes.map((header) => this.resolver.textId(header)),
    );
    if (macros.length > 0) this.announced.set(path, this.includes.addTarget(path), macros);
    const includesSource = includes.some((header) => sourceLanguage(header) && !isHeaderPath(header));
    if (includesSource) this.announced.setOpen(this.includes.addTarget(path));
  }

  /**
   * Asks which names lead through macros of announced headers that a file sees to a name that is wanted, as far as
   * is known while files are still being put in.
   */
  announcedFrom(path: string, isWanted: (name: string) => boolean): MacroSearch {
    return this.announced.searchFrom(path, this.includes, isWanted);
  }

  /**
   * Puts a file's facts in; those it had before are taken out.
   * @param before those it had before, if they are at hand: then they need not be looked for.
   */
  add(facts: ToldFacts, before?: FileFacts): void {
    this.takeOut(facts.path, before);
    const chains = new GuardChains(facts.conditions, undefined);
    const isHeader = isHeaderPath(facts.path);
    const { path } = facts;
    if (isHeader && facts.macros.length > 0) {
      if (facts.macros.some((macro) => macro.body.length > 0 || macro.redefines || macro.constants)) {
        this.includes.addTarget(path);
        this.certainIncludes.addTarget(path);
      }
      const seenBit = this.includes.bitOf(path);
      const certainBit = this.certainIncludes.bitOf(path);
      for (const macro of facts.macros) {
        // Nobody else sees what the header takes back.
        if (macro.isEnded) continue;
        const guard = chains.of(macro.condition);
        push(this.macros, macro.name, { macro, path, guard, seenBit, certainBit });
      }
      this.files.add(path);
    }
    if (facts.definitions.length > 0) {
      const role = pathRole(path);
      const isForAll = !role.isTest && !role.isExample && role.systems.length === 0;
      for (const definition of facts.definitions) {
        push(this.definitions, definition.name, {
          definition,
          path,
          guard: chains.of(definition.condition),
          isReplacement: role.isReplacement || madeStem(path) === definition.name,
          isForAll,
          seenBit: isHeader && definition.isStatic ? this.includes.addTarget(path) : -1,
        });
      }
      this.files.add(path);
    }
    if (!isHeader && facts.macros.length > 0) {
      this.sourceMacros.set(
        path,
        facts.macros.map(({ name }) => name),
      );
      this.definedInSources = undefined;
    }
    if (facts.definesMain && !this.resolver.isAside(this.resolver.add(path))) this.programs.add(path);
    const texts = facts.includes.map(({ header }) => this.resolver.textId(header));
    const guards = facts.includes.map(({ condition }) => chains.of(condition));
    const written = facts.includes.map(({ angled }, i) => texts[i] * 2 + (angled ? 1 : 0));
    this.inclusions.set(path, written, guards, facts.computesIncludes);
    // What was announced holds the includes of dead branches too; it stays, so that nothing is worked out anew.
    if (!this.announcedHeaders.has(path)) this.includes.set(path, texts);
    const certain = texts.filter((_, i) => guards[i] === undefined);
    this.certainIncludes.set(path, certain);
  }

  /**
   * Takes a file's facts out. What it sees stays until the whole index is made anew: that only widens a search.
   * @param before those it had before, if they are at hand: then they need not be looked for.
   */
  remove(path: string, before?: FileFacts): void {
    this.takeOut(path, before);
    this.inclusions.remove(path);
  }

  private takeOut(path: string, before: FileFacts | undefined): void {
    if (this.sourceMacros.delete(path)) this.definedInSources = undefined;
    this.programs.remove(path);
    if (!this.files.delete(path)) return;
    drop(this.macros, path, before?.macros.map(({ name }) => name) ?? this.macros.keys());
    drop(this.definitions, path, before?.definitions.map(({ name }) => name) ?? this.definitions.keys());
  }

  /** What a file sees of the macros in headers; good until something is put in or taken out. */
  viewFrom(path: string): MacroView {
    return new MacroView(path, this.macros, this.includes, this.certainIncludes);
  }

  /** Whether a path is one of the program's files. */
  has(path: string): boolean {
    return this.resolver.idOf(path) !== undefined;
  }

  /** Whether what stands between the quotes of an `#include` may be a header of the program. */
  includesOwn(path: string, header: string): boolean {
    const file = this.resolver.idOf(path);
    return file !== undefined && this.resolver.resolve(file, this.resolver.textId(header)).length > 0;
  }

  /** Paths of the templates of headers, `config.h.in`. */
  headerTemplates(): readonly string[] {
    return this.resolver.headerTemplates();
  }

  /** Says which files a build compiles or includes; undefined where no build is known. */
  setBuilt(isBuilt: ((path: string) => boolean) | undefined): void {
    this.built = isBuilt;
  }

  /** Whether a build takes a file in; undefined where no build is known. */
  isBuilt(path: string): boolean | undefined {
    return this.built?.(path);
  }

  /** What a file includes, as written, with the conditions around it. */
  includesOf(path: string): readonly WrittenInclude[] {
    return this.inclusions.writtenIn(path);
  }

  /** How a file comes to be compiled, as far as its build files and the includes of others tell. */
  inclusionOf(path: string): Inclusion {
    const under = this.probes.builtUnder(path);
    return under ? buildChains(under) : this.inclusions.of(path);
  }

  /** Whether what one file defines may be what another one calls: they are not of two programs. */
  mayLink(defining: string, calling: string): boolean {
    return this.programs.mayLink(defining, calling);
  }

  /** Names of the macros in headers that are defined under conditions, sorted. */
  conditionalMacros(): string[] {
    const names: string[] = [];
    for (const [name, entries] of this.macros) if (entries.some(({ guard }) => guard)) names.push(name);
    return names.sort();
  }

  /** Definitions of macros in headers, by the names of the macros. */
  eachMacro(): Iterable<readonly [name: string, definitions: readonly IndexedMacro[]]> {
    return this.macros;
  }

  /** All definitions of a macro in headers. */
  macrosNamed(name: string): readonly IndexedMacro[] {
    return this.macros.get(name) ?? [];
  }

  /** Whether some source file defines a macro, which headers that it includes may ask for. */
  isDefinedInSource(name: string): boolean {
    this.definedInSources ??= new Set([...this.sourceMacros.values()].flat());
    return this.definedInSources.has(name);
  }

  /** Says that every file was put in: nobody asks any more what was announced. */
  complete(): void {
    this.announced.clear();
  }

  /** Lets go of what was worked out of includes, once a scan has found its uses. */
  rest(): void {
    this.includes.forget();
    this.certainIncludes.forget();
    this.resolver.forget();
    this.inclusions.forget();
  }

  definitionsOf(name: string): readonly IndexedDefinition[] {
    return this.definitions.get(name) ?? [];
  }
}

/** Whether files include this one: its macros are seen elsewhere. */
export function isHeaderPath(path: string): boolean {
  return /\.(?:h|hh|hpp|hxx|h\.in|inc|def|ipp|tcc)$/i.test(path);
}

/** Entries of one name are in the order of their paths, however often a file is put in again. */
function push<T extends { readonly path: string }>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) {
    map.set(key, [value]);
    return;
  }
  let at = list.length;
  while (at > 0 && list[at - 1].path > value.path) at--;
  if (at === list.length) list.push(value);
  else list.splice(at, 0, value);
}

function drop<T extends { readonly path: string }>(
  map: Map<string, T[]>,
  path: string,
  names: Iterable<string>,
): void {
  for (const name of names) {
    const entries = map.get(name);
    if (!entries?.some((entry) => entry.path === path)) continue;
    const rest = entries.filter((entry) => entry.path !== path);
    if (rest.length > 0) map.set(name, rest);
    else map.delete(name);
  }
}
