/**
 * Names to files over a program: which macros lead to the platform's functions, which functions the program
 * defines itself, which switches it sets. Facts are put in and taken out file by file.
 */
import type { Definition, FileFacts, Macro } from '../facts/fileFacts.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
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
  /** Base name of a header to the base names of the files that include it. */
  private readonly includers = new Map<string, Set<string>>();
  /** The same for includes under no condition. */
  private readonly certainIncluders = new Map<string, Set<string>>();
  private readonly reachCache = new Map<string, ReadonlySet<string>>();
  private readonly certainCache = new Map<string, ReadonlySet<string>>();
  private readonly byPath = new Map<string, { macros: string[]; definitions: string[]; headers: string[] }>();

  /** Puts a file's facts in; those it had before are taken out. */
  add(facts: FileFacts): void {
    this.remove(facts.path);
    const chains = new GuardChains(facts.path, facts.conditions);
    const isHeader = isHeaderPath(facts.path);
    const entry = { macros: [] as string[], definitions: [] as string[], headers: [] as string[] };
    if (isHeader) {
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
    const own = baseName(facts.path);
    for (const include of facts.includes) {
      const header = baseName(include.header);
      addTo(this.includers, header, own);
      if (chains.of(include.condition) === undefined) addTo(this.certainIncluders, header, own);
      entry.headers.push(header);
    }
    this.reachCache.clear();
    this.certainCache.clear();
    if (entry.macros.length + entry.definitions.length + entry.headers.length > 0) {
      this.byPath.set(facts.path, entry);
    }
  }

  /** Takes a file's facts out. Its includes stay until the whole index is made anew: they only widen a search. */
  remove(path: string): void {
    const entry = this.byPath.get(path);
    if (!entry) return;
    this.byPath.delete(path);
    for (const name of new Set(entry.macros)) drop(this.macros, name, path);
    for (const name of new Set(entry.definitions)) drop(this.definitions, name, path);
  }

  /** Macros of headers whose body leads to the vocabulary. */
  wrapperNames(): string[] {
    return [...this.macros]
      .filter(([, list]) => list.some(({ macro }) => macro.body.length > 0))
      .map(([name]) => name);
  }

  /** Definitions of a macro in headers that a file may see: those that it includes, directly or not. */
  macrosSeenFrom(name: string, path: string): readonly IndexedMacro[] {
    const all = this.macros.get(name);
    if (!all) return [];
    const own = baseName(path);
    return all.filter((entry) => reaches(this.includers, this.reachCache, baseName(entry.path), own));
  }

  /** Whether a file sees another file's macros whatever the build's conditions are. */
  certainlySees(path: string, header: string): boolean {
    return (
      path === header || reaches(this.certainIncluders, this.certainCache, baseName(header), baseName(path))
    );
  }

  /** All definitions of a macro in headers. */
  macrosNamed(name: string): readonly IndexedMacro[] {
    return this.macros.get(name) ?? [];
  }

  definitionsOf(name: string): readonly IndexedDefinition[] {
    return this.definitions.get(name) ?? [];
  }
}

/** Whether files include this one: its macros are seen elsewhere. */
export function isHeaderPath(path: string): boolean {
  return /\.(?:h|hh|hpp|hxx|h\.in|inc|def|ipp|tcc)$/i.test(path);
}

/** Whether a file of this base name includes a header of that base name, directly or through others. */
function reaches(
  includers: ReadonlyMap<string, ReadonlySet<string>>,
  cache: Map<string, ReadonlySet<string>>,
  header: string,
  file: string,
): boolean {
  if (header === file) return true;
  let reached = cache.get(header);
  if (!reached) {
    reached = closure(includers, header);
    cache.set(header, reached);
  }
  return reached.has(file);
}

function closure(includers: ReadonlyMap<string, ReadonlySet<string>>, header: string): ReadonlySet<string> {
  const seen = new Set([header]);
  const queue = [header];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const includer of includers.get(name) ?? []) {
      if (seen.has(includer)) continue;
      seen.add(includer);
      queue.push(includer);
    }
  }
  return seen;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
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
