/**
 * Compilations of a build, taken together where their preprocessor knows the same: most files of a program are compiled
 * alike.
 */
import type { ProgramIndex } from '../index/programIndex.js';
import { baseName } from '../source/baseName.js';
import { folderOf, relativePath } from './absolutePath.js';
import type { CompileUnit } from './compileCommands.js';
import type { CompilerFlags } from './compilerFlags.js';
import type { IncludedFiles, SearchList } from './includedFiles.js';
import { NodeSet } from './nodeSet.js';

/** Compilations that know the same macros, as far as a condition asks for them. */
export interface FlagSet {
  /** By name: their text, or null for one that is taken back. */
  readonly macros: ReadonlyMap<string, string | null>;
  /** Files that are compiled so, and headers that are forced on them, with the folders that are searched. */
  readonly starts: readonly Start[];
  /** What these files see, whatever conditions are around an `#include`, by node. */
  readonly seen: Pick<NodeSet, 'has'>;
}

interface Start {
  readonly node: number;
  readonly search: SearchList;
}

/** Files of one folder that are compiled with the same flags: they find the same headers. */
export interface Group {
  readonly flags: CompilerFlags;
  readonly search: SearchList;
  readonly nodes: readonly number[];
  /** With the forced headers. */
  starts: Start[];
  seen: NodeSet;
  /** Whether something that it includes is yet to be read. */
  isOpen: boolean;
}

/** More sets than this cost more than they tell: then only the macros of the commands tell compilations apart. */
const MAX_SETS = 64;

/** @param units of files of the program. */
export function groupsOf(units: readonly CompileUnit[], root: string, files: IncludedFiles): Group[] {
  const groups = new Map<CompilerFlags, Map<string, number[]>>();
  for (const { file, flags } of units) {
    let byFolder = groups.get(flags);
    if (!byFolder) {
      byFolder = new Map();
      groups.set(flags, byFolder);
    }
    const folder = folderOf(file);
    const nodes = byFolder.get(folder);
    const node = files.idOf(relativePath(root, file));
    if (nodes) nodes.push(node);
    else byFolder.set(folder, [node]);
  }
  return [...groups].flatMap(([flags, byFolder]) => {
    const search = files.searchOf(flags);
    return [...byFolder.values()].map((nodes) => ({
      flags,
      search,
      nodes,
      starts: [],
      seen: new NodeSet(),
      isOpen: true,
    }));
  });
}

/** Finds all that the files of each group include. */
export async function followGroups(
  groups: readonly Group[],
  files: IncludedFiles,
  pause?: () => Promise<void>,
): Promise<void> {
  for (const group of groups) {
    if (!group.isOpen) continue;
    await pause?.();
    const before = files.questionCount;
    const { flags, search, nodes } = group;
    const forced = flags.forced.map((written) => files.forced(written, flags.directory, search));
    group.starts = [...nodes, ...forced.filter((node) => node >= 0)].map((node) => ({ node, search }));
    group.seen = new NodeSet();
    const open = group.starts.map(({ node }) => node);
    for (const node of open) group.seen.add(node);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const from = files.nodes[id];
      for (const edge of from.includes) {
        const target = files.target(from, edge, search);
        if (target >= 0 && group.seen.add(target)) open.push(target);
      }
    }
    group.isOpen = files.isOpenSince(before);
  }
}

/** @param isAsked whether a condition asks for a macro. */
export function flagSetsOf(
  groups: readonly Group[],
  files: IncludedFiles,
  index: ProgramIndex,
  isAsked: (name: string) => boolean,
): FlagSet[] {
  const alternatives = alternativeHeaders(files, index, isAsked);
  const sets = joined(groups, ({ flags, seen }) => {
    const which = alternatives.filter((node) => seen.has(node));
    return `${macrosText(flags, isAsked)} ${which.join()}`;
  });
  return sets.length <= MAX_SETS ? sets : joined(groups, ({ flags }) => macrosText(flags, isAsked));
}

function joined(groups: readonly Group[], keyOf: (group: Group) => string): FlagSet[] {
  const sets = new Map<string, { macros: FlagSet['macros']; starts: Start[]; seen: NodeSet }>();
  for (const group of groups) {
    const key = keyOf(group);
    let set = sets.get(key);
    if (!set) {
      set = { macros: group.flags.macros, starts: [], seen: new NodeSet() };
      sets.set(key, set);
    }
    for (const start of group.starts) set.starts.push(start);
    set.seen.addAll(group.seen);
  }
  return [...sets.values()];
}

function macrosText({ macros }: CompilerFlags, isAsked: (name: string) => boolean): string {
  return JSON.stringify([...macros].filter(([name]) => isAsked(name)).sort());
}

/** Headers of one name that define the same macro: `config.h` of each of several programs in a tree. */
function alternativeHeaders(
  files: IncludedFiles,
  index: ProgramIndex,
  isAsked: (name: string) => boolean,
): number[] {
  const definers = new Map<string, Set<number>>();
  const add = (name: string, node: number): void => {
    const nodes = definers.get(name);
    if (nodes) nodes.add(node);
    else if (isAsked(name)) definers.set(name, new Set([node]));
  };
  for (const [node, { header }] of files.nodes.entries()) {
    for (const { name } of header?.macros ?? []) add(name, node);
    for (const name of header?.undefined.keys() ?? []) add(name, node);
  }
  for (const [name, definitions] of index.eachMacro()) {
    for (const { path } of definitions) add(name, files.idOf(path));
  }
  const alternatives = new Set<number>();
  for (const nodes of definers.values()) {
    if (nodes.size < 2) continue;
    const byName = new Map<string, number>();
    for (const node of nodes) {
      const { path } = files.nodes[node];
      const name = baseName(path);
      const other = byName.get(name);
      if (other !== undefined) alternatives.add(other).add(node);
      byName.set(name, node);
    }
  }
  return [...alternatives].sort((a, b) => a - b);
}
