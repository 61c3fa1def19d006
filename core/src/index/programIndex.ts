/**
 * Names to files over a program: which macros lead to the platform's functions, which functions the program
 * defines itself, which switches it sets. Facts are put in and taken out file by file.
 */
import type { Definition, FileFacts, Macro } from '../facts/fileFacts.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import { type AnnouncedMacro, AnnouncedMacros, type MacroSearch } from './announcedMacros.js';
import { IncludeGraph } from './includeGraph.js';
import { IncludeResolver } from './includeResolver.js';
import { MacroView } from './macroView.js';
import { pathRole } from './pathRole.js';

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
}

export class ProgramIndex {
  private readonly macros = new Map<string, IndexedMacro[]>();
  private readonly definitions = new Map<string, IndexedDefinition[]>();
  private readonly resolver = new IncludeResolver();
  private readonly includes = new IncludeGraph(this.resolver, false);
  /** Only includes under no condition. */
  private readonly certainIncludes = new IncludeGraph(this.resolver, true);
  /** Files of which something was put in. */
  private readonly files = new Set<string>();
  private readonly announced = new AnnouncedMacros();
  private readonly announcedHeaders = new Set<string>();

  /** Says which files there are, before any is put in: what an `#include` means depends on all of them. */
  expect(paths: Iterable<string>): void {
    for (const path of paths) this.resolver.add(path);
  }

  /** Says of a header whose facts come later what it includes and which macros of it lead to the vocabulary. */
  announce(path: string, includes: readonly string[], macros: readonly AnnouncedMacro[]): void {
    this.announcedHeaders.add(path);
    this.includes.set(
      path,
      includes.map((header) => this.resolver.textId(header)),
    );
    if (macros.length > 0) this.announced.set(path, this.includes.addTarget(path), macros);
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
  add(facts: FileFacts, before?: FileFacts): void {
    this.remove(facts.path, before);
    const chains = new GuardChains(facts.path, facts.conditions);
    const isHeader = isHeaderPath(facts.path);
    const { path } = facts;
    if (isHeader && facts.macros.length > 0) {
      if (facts.macros.some((macro) => macro.body.length > 0 || macro.redefines)) {
        this.includes.addTarget(path);
        this.certainIncludes.addTarget(path);
      }
      const seenBit = this.includes.bitOf(path);
      const certainBit = this.certainIncludes.bitOf(path);
      for (const macro of facts.macros) {
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
          isReplacement: role.isReplacement || stem(path) === definition.name,
          isForAll,
        });
      }
      this.files.add(path);
    }
    // What was announced holds the includes of dead branches too; it stays, so that nothing is worked out anew.
    if (!this.announcedHeaders.has(path)) {
      this.includes.set(
        path,
        facts.includes.map(({ header }) => this.resolver.textId(header)),
      );
    }
    const certain: number[] = [];
    for (const { header, condition } of facts.includes) {
      if (chains.of(condition) === undefined) certain.push(this.resolver.textId(header));
    }
    this.certainIncludes.set(path, certain);
  }

  /** Takes a file's facts out. Its includes stay until the whole index is made anew: they only widen a search. */
  remove(path: string, before?: FileFacts): void {
    if (!this.files.delete(path)) return;
    drop(this.macros, path, before?.macros.map(({ name }) => name) ?? this.macros.keys());
    drop(this.definitions, path, before?.definitions.map(({ name }) => name) ?? this.definitions.keys());
  }

  /** What a file sees of the macros in headers; good until something is put in or taken out. */
  viewFrom(path: string): MacroView {
    return new MacroView(path, this.macros, this.includes, this.certainIncludes);
  }

  /** All definitions of a macro in headers. */
  macrosNamed(name: string): readonly IndexedMacro[] {
    return this.macros.get(name) ?? [];
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
  }

  definitionsOf(name: string): readonly IndexedDefinition[] {
    return this.definitions.get(name) ?? [];
  }
}

/** Whether files include this one: its macros are seen elsewhere. */
export function isHeaderPath(path: string): boolean {
  return /\.(?:h|hh|hpp|hxx|h\.in|inc|def|ipp|tcc)$/i.test(path);
}

function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.in') ? name.slice(0, -3) : name;
}

function stem(path: string): string {
  return baseName(path).replace(/\..*$/, '');
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
