/**
 * Features by the names that programs write: what a scan looks for.
 */
import { IS_FUNCTION, IS_IN_STD, KEEP_PLACES, READ_ARGUMENTS, Vocabulary } from '../facts/vocabulary.js';
import type { Server } from '../servers/server.js';
import { namesThingsInArguments } from './argumentScopes.js';
import { LIBRARY_CALLS } from './libraryCalls.js';
import { NAMES_OF_FEATURES } from './namesOfFeatures.js';

/** Headers of C that C++ has, too, with their names in std; and those of glibc that they are made of. */
const STANDARD_HEADER =
  /^(?:bits\/.*|assert|ctype|errno|fenv|float|inttypes|limits|locale|math|setjmp|signal|stdarg|stddef|stdint|stdio|stdlib|string|time|uchar|wchar|wctype)(?:\.h)?$/;

/** What the catalogue needs to know of a feature. */
export interface NamedFeature {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly scope?: string | undefined;
  /** That declares it, without its angle brackets. */
  readonly header?: string | undefined;
}

export class Catalogue {
  private readonly functions = new Map<string, string>();
  /** Names of functions of which C++ has a namesake in std that is the same. */
  private readonly inStd = new Set<string>();
  private readonly headers = new Map<string, NamedFeature>();
  private readonly flags = new Map<string, Map<string, string>>();
  private readonly ids = new Set<string>();
  private operatedNames: RegExp | undefined;
  private serverNames: RegExp | undefined;
  private serverOfProgram: ReadonlyMap<string, Server> | undefined;

  /**
   * @param operated ids of the features by which people see into a program that runs, or control it.
   * @param everyday ids of those by which they do so only where they reach into its machine.
   * @param allServers gives the servers whose settings are known, by id.
   */
  constructor(
    features: Iterable<NamedFeature>,
    private readonly operated: ReadonlySet<string> = new Set(),
    private readonly everyday: ReadonlySet<string> = new Set(),
    private readonly allServers: () => ReadonlyMap<string, Server> = () => new Map(),
  ) {
    for (const feature of features) {
      this.ids.add(feature.id);
      if (feature.kind === 'header') this.headers.set(feature.name, feature);
      else if (feature.kind === 'function') {
        this.functions.set(feature.name, feature.id);
        if (STANDARD_HEADER.test(feature.header ?? '')) this.inStd.add(feature.name);
      } else if (feature.kind === 'flag' && feature.scope !== undefined) {
        const scope = this.flags.get(feature.scope) ?? new Map<string, string>();
        scope.set(feature.name, feature.id);
        this.flags.set(feature.scope, scope);
      }
    }
    for (const [name, call] of Object.entries(LIBRARY_CALLS)) {
      const id = this.functions.get(call.name);
      if (id !== undefined) this.functions.set(name, id);
    }
    for (const [id, names] of Object.entries(NAMES_OF_FEATURES)) {
      if (this.ids.has(id)) for (const name of names) this.functions.set(name, id);
    }
  }

  /** Feature id of a function, or undefined. */
  function(name: string): string | undefined {
    return this.functions.get(name);
  }

  /** Feature of a header as it is included, or undefined. */
  header(name: string): NamedFeature | undefined {
    return this.headers.get(name);
  }

  flag(scope: string, name: string): string | undefined {
    return this.flags.get(scope)?.get(name);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Whether some call knows a constant of this name: headers define it. */
  isConstant(name: string): boolean {
    if (this.ids.has(`signal/${name}`)) return true;
    for (const scope of this.flags.values()) if (scope.has(name)) return true;
    return false;
  }

  /** Whether it is something by which people see into a program that runs, or control it. */
  isOperated(id: string): boolean {
    return this.operated.has(id);
  }

  /** Whether it is something that looks into a program only where somebody reaches into its machine for it. */
  isEveryday(id: string): boolean {
    return this.everyday.has(id);
  }

  /** Whether a text, a character a byte, names a program by which people see into one that runs, or control it. */
  mentionsOperated(text: string): boolean {
    this.operatedNames ??= operatedNames(this.operated);
    return this.operatedNames.test(text);
  }

  /** Whether a text, a character a byte, names a program of a server whose settings are known. */
  mentionsServer(text: string): boolean {
    this.serverNames ??= wordPattern([...this.serverPrograms().keys()]);
    return this.serverNames.test(text);
  }

  /** The server that a program is, by its base name. */
  serverOf(program: string): Server | undefined {
    return this.serverPrograms().get(program);
  }

  /** A server whose settings are known, by its id. */
  server(id: string): Server | undefined {
    return this.allServers().get(id);
  }

  private serverPrograms(): ReadonlyMap<string, Server> {
    this.serverOfProgram ??= new Map(
      [...this.allServers().values()].flatMap((server) =>
        server.programs.map((program) => [program, server] as const),
      ),
    );
    return this.serverOfProgram;
  }

  /** Names that a scan looks for, sorted. */
  names(): string[] {
    const names = new Set<string>(this.functions.keys());
    for (const scope of this.flags.values()) for (const name of scope.keys()) names.add(name);
    for (const id of this.ids) {
      if (id.startsWith('signal/')) names.add(id.slice('signal/'.length));
      else if (id.startsWith('syscall/')) {
        names.add(`SYS_${id.slice('syscall/'.length)}`);
        names.add(`__NR_${id.slice('syscall/'.length)}`);
      }
    }
    return [...names].sort();
  }

  /**
   * The vocabulary for reading files. Places are kept for features that `keepsPlaces` asks for, and of calls
   * whose arguments name features; of the others it is only counted that they are called.
   */
  vocabulary(
    keepsPlaces: (featureId: string) => boolean,
    hasArgumentCases: (featureId: string) => boolean,
  ): Vocabulary {
    const vocabulary = new Vocabulary();
    for (const [name, id] of this.functions) {
      const readsArguments = namesThingsInArguments(name) || hasArgumentCases(id);
      vocabulary.add(
        name,
        IS_FUNCTION |
          (this.inStd.has(name) ? IS_IN_STD : 0) |
          (keepsPlaces(id) || namesThingsInArguments(name) ? KEEP_PLACES : 0) |
          (readsArguments ? READ_ARGUMENTS : 0),
      );
    }
    for (const scope of this.flags.values()) for (const name of scope.keys()) vocabulary.constants.add(name);
    for (const id of this.ids) {
      if (id.startsWith('signal/')) vocabulary.constants.add(id.slice('signal/'.length));
    }
    return vocabulary;
  }
}

function operatedNames(operated: ReadonlySet<string>): RegExp {
  const names = [...operated]
    .filter((id) => id.startsWith('command/'))
    .map((id) => id.slice('command/'.length));
  return wordPattern(names);
}

function wordPattern(names: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\w-])(?:${names.map((name) => name.replace(/[.+]/g, '\\$&')).join('|')})(?![\\w-])`,
  );
}
