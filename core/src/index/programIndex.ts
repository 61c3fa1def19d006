/**
 * Names to files over a program: which macros lead to the platform's functions, which functions the program
 * defines itself, which switches it sets. Facts are put in and taken out file by file.
 */
import type { Definition, FileFacts, Macro } from '../facts/fileFacts.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import { type AnnouncedMacro, AnnouncedMacros } from './announcedMacros.js';
import { IncludeGraph } from './includeGraph.js';
import { IncludeResolver } from './includeResolver.js';
import { pathRole } from './pathRole.js';

export interface IndexedMacro {
  readonly macro: Macro;
  readonly path: string;
  readonly guard: GuardChain | undefined;
}

export interface IndexedDefinition {
  readonly definition: Definition;
  readonly path: string;
  readonly guard: GuardChain | undefined;
  /** Written for a platform that lacks the function: a file named like it, or a folder of stand-ins. */
  readonly isReplacement: boolean;
}

export class ProgramIndex {
  private readonly macros = new Map<string, IndexedMacro[]>();
  private readonly definitions = new Map<string, IndexedDefinition[]>();
  private readonly resolver = new IncludeResolver();
  private readonly includes = new IncludeGraph(this.resolver, false);
  /** Only includes under no condition. */
  private readonly certainIncludes = new IncludeGraph(this.resolver, true);
  private readonly texts = new Map<string, string>();
  private readonly byPath = new Map<string, { macros: string[]; definitions: string[] }>();
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
      includes.map((header) => this.shared(header)),
    );
    if (macros.length > 0) this.includes.addTarget(path);
    this.announced.set(path, macros);
  }

  /**
   * Whether a name leads through macros of announced headers that a file sees to a name that is wanted, as far as
   * is known while files are still being put in.
   */
  announcedLeadsTo(name: string, path: string, isWanted: (name: string) => boolean): boolean {
    return this.announced.leadsTo(name, (header) => this.includes.reaches(path, header), isWanted);
  }

  /** Puts a file's facts in; those it had before are taken out. */
  add(facts: FileFacts): void {
    this.remove(facts.path);
    const chains = new GuardChains(facts.path, facts.conditions);
    const isHeader = isHeaderPath(facts.path);
    const entry = { macros: [] as string[], definitions: [] as string[] };
    if (isHeader && facts.macros.length > 0) {
      if (facts.macros.some((macro) => macro.body.length > 0 || macro.redefines || macro.constants)) {
        this.includes.addTarget(facts.path);
        this.certainIncludes.addTarget(facts.path);
      }
      for (const macro of facts.macros) {
        push(this.macros, macro.name, { macro, path: facts.path, guard: chains.of(macro.condition) });
        entry.macros.push(macro.name);
      }
    }
    const role = pathRole(facts.path);
    for (const definition of facts.definitions) {
      push(this.definitions, definition.name, {
        definition,
        path: facts.path,
        guard: chains.of(definition.condition),
        isReplacement: role.isReplacement || stem(facts.path) === definition.name,
      });
      entry.definitions.push(definition.name);
    }
    const certain = facts.includes.filter((include) => chains.of(include.condition) === undefined);
    const written = facts.includes.map(({ header }) => this.shared(header));
    // What was announced holds the includes of dead branches too; it stays, so that nothing is worked out anew.
    if (!this.announcedHeaders.has(facts.path)) this.includes.set(facts.path, written);
    this.certainIncludes.set(
      facts.path,
      certain.length === written.length ? written : certain.map(({ header }) => this.shared(header)),
    );
    if (entry.macros.length + entry.definitions.length > 0) this.byPath.set(facts.path, entry);
  }

  /** Takes a file's facts out. Its includes stay until the whole index is made anew: they only widen a search. */
  remove(path: string): void {
    const entry = this.byPath.get(path);
    if (!entry) return;
    this.byPath.delete(path);
    for (const name of new Set(entry.macros)) drop(this.macros, name, path);
    for (const name of new Set(entry.definitions)) drop(this.definitions, name, path);
  }

  /** Definitions of a macro in headers that a file may see: those that it includes, directly or not. */
  macrosSeenFrom(name: string, path: string): readonly IndexedMacro[] {
    const all = this.macros.get(name);
    if (!all) return [];
    this.includes.settle();
    return all.filter((entry) => this.includes.reaches(path, entry.path));
  }

  /** Whether a file sees another file's macros whatever the build's conditions are. */
  certainlySees(path: string, header: string): boolean {
    this.certainIncludes.settle();
    return path === header || this.certainIncludes.reaches(path, header);
  }

  /** All definitions of a macro in headers. */
  macrosNamed(name: string): readonly IndexedMacro[] {
    return this.macros.get(name) ?? [];
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

  /** The same text is held once for all files. */
  private shared(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
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

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function drop<T extends { readonly path: string }>(map: Map<string, T[]>, name: string, path: string): void {
  const rest = (map.get(name) ?? []).filter((entry) => entry.path !== path);
  if (rest.length > 0) map.set(name, rest);
  else map.delete(name);
}
