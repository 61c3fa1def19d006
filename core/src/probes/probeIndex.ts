/**
 * Macros to the probes and options of a program's build files. Files are put in and taken out one by one.
 */
import type { AutomakeFacts } from './automake.js';
import { buildSystemOf } from './buildFile.js';
import type { BuildFileFacts } from './buildFileFacts.js';
import { type BuiltUnder, builtSources } from './builtSources.js';
import type { Option } from './option.js';
import type { Probe } from './probe.js';

const NONE: readonly never[] = [];

/** Headers that are installed carry the name of the project in their macros: `EVENT__HAVE_EPOLL`. */
function withoutPrefix(macro: string): string | undefined {
  return /^[A-Za-z]\w*?_((?:HAVE|SIZEOF)_\w+)$/.exec(macro)?.[1];
}

interface Known {
  readonly probes: readonly Probe[];
  readonly options: readonly Option[];
  /** Those of the options that set the macro by themselves. */
  readonly choices: readonly Option[];
  /** For each of these whether it does so where the builder says nothing; undefined where that is not known. */
  readonly defaults: readonly (boolean | undefined)[];
}

interface Lists extends Known {
  readonly probes: Probe[];
  readonly options: Option[];
  readonly choices: Option[];
  defaults: (boolean | undefined)[];
}

const NOTHING: Known = { probes: NONE, options: NONE, choices: NONE, defaults: NONE };

export class ProbeIndex {
  private readonly files = new Map<string, BuildFileFacts>();
  /** Worked out when it is asked for. */
  private byMacro: ReadonlyMap<string, Known> | undefined;
  private built: ReadonlyMap<string, BuiltUnder> | undefined;
  private set = new Set<string>();
  /** How many of the files are of a build system that can ask for something. */
  private withProbes = 0;

  put(path: string, facts: BuildFileFacts): void {
    if (!this.files.has(path) && buildSystemOf(path) !== 'makefile') this.withProbes++;
    this.files.set(path, facts);
    this.byMacro = undefined;
    this.built = undefined;
  }

  remove(path: string): void {
    if (!this.files.delete(path)) return;
    if (buildSystemOf(path) !== 'makefile') this.withProbes--;
    this.byMacro = undefined;
    this.built = undefined;
  }

  /** Whether the program has build files, and all of them are Makefiles. */
  get isOfMakefiles(): boolean {
    return this.files.size > 0 && this.withProbes === 0;
  }

  /** What a file said when it was put in. */
  factsOf(path: string): BuildFileFacts | undefined {
    return this.files.get(path);
  }

  /** The conditions under which the build system compiles a source file; undefined for no condition. */
  builtUnder(path: string): BuiltUnder | undefined {
    this.built ??= this.builtSources();
    return this.built.get(path);
  }

  /** The probes whose answer a macro has, by path and line. */
  probesOf(macro: string): readonly Probe[] {
    return this.known(macro).probes;
  }

  /** The options on which a macro hangs, by path and line. */
  optionsOf(macro: string): readonly Option[] {
    return this.known(macro).options;
  }

  /** The options that set a macro by themselves, by path and line. */
  choicesOf(macro: string): readonly Option[] {
    return this.known(macro).choices;
  }

  /** The macros that an option sets by itself, sorted. @param name as the builder writes it. */
  macrosSetBy(name: string): string[] {
    const macros = new Set<string>();
    for (const { options } of this.files.values()) {
      for (const { macro, option, isEnough } of options)
        if (isEnough && option.name === name) macros.add(macro);
    }
    return [...macros].sort();
  }

  /** Whether options set a macro where the builder says nothing; undefined where that is not known. */
  isSetByDefault(macro: string): boolean | undefined {
    const { defaults } = this.known(macro);
    if (defaults.includes(true)) return true;
    return defaults.length === 0 || defaults.includes(undefined) ? undefined : false;
  }

  /** Whether some build file defines a macro, however that may be. */
  isSet(macro: string): boolean {
    const { probes, options } = this.known(macro);
    return probes.length > 0 || options.length > 0 || this.set.has(macro);
  }

  private builtSources(): ReadonlyMap<string, BuiltUnder> {
    const files = new Map<string, AutomakeFacts>();
    const configured: string[] = [];
    for (const path of [...this.files.keys()].sort()) {
      const automake = this.files.get(path)?.automake;
      if (automake) files.set(path, automake);
      if (/(?:^|\/)configure\.(?:ac|in)$/.test(path))
        configured.push(path.slice(0, path.lastIndexOf('/') + 1));
    }
    return builtSources(files, configured);
  }

  private known(macro: string): Known {
    this.byMacro ??= this.workedOut();
    return this.byMacro.get(macro) ?? this.byMacro.get(withoutPrefix(macro) ?? '') ?? NOTHING;
  }

  private workedOut(): Map<string, Known> {
    const byMacro = new Map<string, Lists>();
    const entry = (macro: string): Lists => {
      let known = byMacro.get(macro);
      if (!known) {
        known = { probes: [], options: [], choices: [], defaults: [] };
        byMacro.set(macro, known);
      }
      return known;
    };
    this.set = new Set();
    for (const path of [...this.files.keys()].sort()) {
      const facts = this.files.get(path);
      if (!facts) continue;
      for (const probe of facts.probes) entry(probe.macro).probes.push(probe);
      for (const { macro, option, isEnough, isDefault } of facts.options) {
        const known = entry(macro);
        known.options.push(option);
        if (!isEnough) continue;
        known.choices.push(option);
        known.defaults.push(isDefault);
      }
      for (const name of facts.set) this.set.add(name);
    }
    return byMacro;
  }
}
