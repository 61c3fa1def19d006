/**
 * Which source files Automake builds only under conditions: what all its files together say.
 */
import { type AutomakeFacts, type Conditions, type ListedWords, variableOf } from './automake.js';

/** A source file that is built where one of these ways holds; the line is that of the first list that has it. */
export interface BuiltUnder {
  readonly ways: readonly Conditions[];
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
}

/** More ways than this say nothing to a reader. */
const MOST_WAYS = 8;

/** Variables name each other no deeper than this. */
const DEEPEST = 8;

/**
 * By the path of the source file; one that is built whatever the conditions are is left out.
 * @param files by path, with forward slashes.
 * @param configured folders that have a `configure.ac`, '' or ending in a slash.
 */
export function builtSources(
  files: ReadonlyMap<string, AutomakeFacts>,
  configured: readonly string[],
): ReadonlyMap<string, BuiltUnder> {
  const tops = new Tops(configured);
  const found = new Map<string, Found>();
  const whole = new Map([...files].map(([path, facts]) => [path, listsOf(path, facts, files, tops)]));
  const included = new Set([...files].flatMap(([path, facts]) => includedBy(path, facts, tops)));
  const folders = foldersOf(whole, included, tops);
  for (const [path, lists] of whole) {
    if (included.has(path)) continue;
    const outer = folders.get(folderOf(path)) ?? [[]];
    for (const source of new MakefileSources(path, lists, tops).sources()) {
      const file = found.get(source.file) ?? { ways: [], path: source.path, line: source.line };
      for (const way of outer) file.ways.push(joined(way, source.conditions));
      found.set(source.file, file);
    }
  }
  const under = new Map<string, BuiltUnder>();
  for (const [file, { ways, path, line }] of found) {
    const possible = distinct(ways.filter((way) => !contradicts(way)));
    const isAlways = possible.some((way) => way.length === 0) || coversAll(possible);
    if (!isAlways && possible.length > 0 && possible.length <= MOST_WAYS) {
      under.set(file, { ways: possible, path, line });
    }
  }
  return under;
}

interface Found {
  readonly ways: Conditions[];
  readonly path: string;
  readonly line: number;
}

/** A list, with the file in which it stands. */
interface PlacedList extends ListedWords {
  readonly path: string;
}

/** The lists of a file and of those that it includes. */
function listsOf(
  path: string,
  facts: AutomakeFacts,
  files: ReadonlyMap<string, AutomakeFacts>,
  tops: Tops,
  outer: Conditions = [],
  depth = 0,
  main = path,
): PlacedList[] {
  const own = facts.lists.map((list) => ({ ...list, path, conditions: joined(outer, list.conditions) }));
  if (depth >= DEEPEST) return own;
  return [
    ...own,
    ...facts.includes.flatMap(({ file, conditions }) => {
      const target = pathFrom(main, file, tops);
      const inner = target === undefined ? undefined : files.get(target);
      return target === undefined || !inner
        ? []
        : listsOf(target, inner, files, tops, joined(outer, conditions), depth + 1, main);
    }),
  ];
}

function includedBy(path: string, { includes }: AutomakeFacts, tops: Tops): string[] {
  return includes.flatMap(({ file }) => pathFrom(path, file, tops) ?? []);
}

/** Under which ways a folder is entered, by its path; one that no list names is left out. */
function foldersOf(
  files: ReadonlyMap<string, readonly PlacedList[]>,
  included: ReadonlySet<string>,
  tops: Tops,
): ReadonlyMap<string, readonly Conditions[]> {
  const folders = new Map<string, Conditions[]>();
  // Outer folders come first: what holds for them holds for those inside.
  const paths = [...files.keys()]
    .filter((path) => !included.has(path))
    .sort((a, b) => depthOf(a) - depthOf(b));
  for (const path of paths) {
    const lists = files.get(path) ?? [];
    const outer = folders.get(folderOf(path)) ?? [[]];
    for (const { word, conditions } of new MakefileSources(path, lists, tops).words('SUBDIRS')) {
      const folder = pathFrom(path, word, tops);
      if (folder === undefined || word === '.') continue;
      const ways = folders.get(folder) ?? [];
      for (const way of outer) ways.push(joined(way, conditions));
      folders.set(folder, ways);
    }
  }
  return folders;
}

/** What one Makefile makes of which sources. */
class MakefileSources {
  private readonly byVariable = new Map<string, PlacedList[]>();

  constructor(
    private readonly path: string,
    private readonly lists: readonly PlacedList[],
    private readonly tops: Tops,
  ) {
    for (const list of lists) {
      const known = this.byVariable.get(list.variable);
      if (known) known.push(list);
      else this.byVariable.set(list.variable, [list]);
    }
  }

  *sources(): Generator<{ file: string; conditions: Conditions; path: string; line: number }> {
    const products = this.products();
    for (const variable of this.byVariable.keys()) {
      const product = /^(?:dist_|nodist_|EXTRA_)?(.*)_SOURCES$/.exec(variable)?.[1];
      if (product === undefined) continue;
      // What nobody lists may be made by a name that `configure` puts in.
      const ways = products.get(product) ?? [[]];
      for (const { word, conditions, list } of this.words(variable)) {
        const file = pathFrom(
          this.path,
          word.replace(/%(?:reldir|D)%/g, `/${folderOf(list.path)}`),
          this.tops,
        );
        if (file === undefined || !/\.\w+$/.test(file)) continue;
        const { path, line } = list;
        for (const way of ways) yield { file, conditions: joined(way, conditions), path, line };
      }
    }
  }

  /** The words of a variable, with those of the variables that it names. */
  *words(
    variable: string,
    outer: Conditions = [],
    depth = 0,
  ): Generator<{ word: string; conditions: Conditions; list: PlacedList }> {
    for (const list of this.byVariable.get(variable) ?? []) {
      const conditions = joined(outer, list.conditions);
      for (const word of list.words) {
        const named = variableOf(word);
        if (named === undefined) yield { word, conditions, list };
        else if (depth < DEEPEST) yield* this.words(named, conditions, depth + 1);
      }
    }
  }

  /** Programs and libraries, as the names of variables have them, with the ways in which each is made. */
  private products(): ReadonlyMap<string, Conditions[]> {
    const products = new Map<string, Conditions[]>();
    for (const { variable } of this.lists) {
      if (!/_(?:PROGRAMS|LIBRARIES|LTLIBRARIES)$/.test(variable)) continue;
      for (const { word, conditions } of this.words(variable)) {
        const name = word.replace(/[^\w@]/g, '_');
        const ways = products.get(name);
        if (ways) ways.push(conditions);
        else products.set(name, [conditions]);
      }
    }
    return products;
  }
}

/** The folder whose `configure.ac` a Makefile belongs to. */
class Tops {
  constructor(private readonly configured: readonly string[]) {}

  /** '' or ending in a slash. */
  of(makefile: string): string {
    const around = this.configured.filter((folder) => makefile.startsWith(folder));
    return around.reduce((best, folder) => (folder.length > best.length ? folder : best), '');
  }
}

/** A path that a file names, from the root; undefined for one that is not plain. */
function pathFrom(makefile: string, written: string, tops: Tops): string | undefined {
  const below = /^\$[({](?:abs_)?top_srcdir[)}]\/(.*)$/.exec(written)?.[1];
  const top = below === undefined ? undefined : `${tops.of(makefile)}${below}`;
  const own = written.replace(/^\$[({](?:abs_)?srcdir[)}]\//, '');
  const isRooted = top !== undefined || own.startsWith('/');
  const rest = top ?? own.replace(/^\//, '');
  if (/[$@%*]/.test(rest)) return undefined;
  const parts: string[] = isRooted ? [] : folderOf(makefile).split('/').filter(Boolean);
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function depthOf(path: string): number {
  return path.split('/').length;
}

function joined(outer: Conditions, inner: Conditions): Conditions {
  if (outer.length === 0) return inner;
  return inner.length === 0 ? outer : [...new Set([...outer, ...inner])];
}

function contradicts(way: Conditions): boolean {
  return way.some((condition) => way.includes(`!${condition}`));
}

/** Whether a condition and its contrary are ways by themselves. */
function coversAll(ways: readonly Conditions[]): boolean {
  const single = new Set(ways.filter((way) => way.length === 1).map(([condition]) => condition));
  return [...single].some((condition) => single.has(`!${condition}`));
}

function distinct(ways: readonly Conditions[]): Conditions[] {
  return [...new Map(ways.map((way) => [[...way].sort().join(' '), way])).values()];
}
