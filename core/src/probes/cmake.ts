/**
 * `CMakeLists.txt` and `*.cmake`: the checks of CMake's own modules, options, and definitions under an `if`. Variables are
 * not followed; a macro has the name of the variable that has the answer, as `#cmakedefine` writes it.
 */
import type { BuildFileFacts, OptionMacro } from './buildFileFacts.js';
import { type CMakeCommand, commandsIn } from './cmakeCommands.js';
import { Lines } from './lines.js';
import type { Option } from './option.js';
import { bothWanted, NOTHING_WANTED, type Probe, type Wanted } from './probe.js';
import { wantedByProgram } from './testProgram.js';

/** A branch of an `if`; undefined for a condition that is not understood. */
interface Branch {
  readonly variable: string | undefined;
  negated: boolean;
}

export function readCMake(path: string, text: string): BuildFileFacts {
  return new CMakeReader(path, text).read();
}

class CMakeReader {
  private readonly probes: Probe[] = [];
  private readonly options: OptionMacro[] = [];
  private readonly set: string[] = [];
  private readonly lines: Lines;
  private readonly branches: Branch[] = [];
  private readonly tests = new Map<string, Wanted>();
  private readonly optionOf = new Map<string, Option>();

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.lines = new Lines(text);
  }

  read(): BuildFileFacts {
    for (const command of commandsIn(this.text)) this.command(command);
    return { probes: this.probes, options: this.options, set: this.set };
  }

  private command(command: CMakeCommand): void {
    const { name, arguments: args } = command;
    if (name === 'if' || name === 'elseif' || name === 'else' || name === 'endif') {
      this.branch(name, args);
    } else if (name === 'option' || name === 'cmake_dependent_option') {
      this.option(command, args[1] ?? '', args[2]);
    } else if (name === 'set' && args[2] === 'CACHE') {
      this.option(command, args[4] ?? '', args[1]);
    } else if (
      /^(?:add_definitions|add_compile_definitions|target_compile_definitions|add_compile_options)$/.test(
        name,
      )
    ) {
      this.definitions(command);
    } else {
      const check = wantedByCheck(name, args);
      if (!check || !/^[A-Za-z_]\w*$/.test(check.variable)) return;
      this.tests.set(check.variable, check.wanted);
      this.add(check.variable, command.start, check.wanted, check.runs ? 'unknown' : undefined);
    }
  }

  private branch(name: string, args: readonly string[]): void {
    if (name === 'endif') {
      this.branches.pop();
      return;
    }
    if (name !== 'if') {
      const last = this.branches.pop();
      if (name === 'else') {
        this.branches.push({ variable: last?.variable, negated: !last?.negated });
        return;
      }
    }
    const negated = args[0] === 'NOT';
    const words = negated ? args.slice(1) : args;
    this.branches.push({
      variable: words.length === 1 ? words[0].replace(/^\$\{(\w+)\}$/, '$1') : undefined,
      negated,
    });
  }

  private option(command: CMakeCommand, help: string, fallback: string | undefined): void {
    const [name] = command.arguments;
    if (!/^[A-Za-z_]\w*$/.test(name ?? '')) return;
    const option: Option = {
      name: `-D${name}`,
      help: help.slice(0, 200),
      fallback: fallback === undefined || fallback.includes('$') ? undefined : fallback,
      path: this.path,
      line: this.lines.at(command.start),
    };
    this.optionOf.set(name, option);
    this.options.push({ macro: name, option, isEnough: true });
  }

  private definitions({ arguments: args, start }: CMakeCommand): void {
    for (const word of args) {
      const macro = /^(?:-D)?([A-Za-z_]\w*)(?:=.*)?$/.exec(word)?.[1];
      if (
        macro === undefined ||
        /^(?:PRIVATE|PUBLIC|INTERFACE)$/.test(macro) ||
        (word === args[0] && !word.startsWith('-D'))
      ) {
        continue;
      }
      this.add(macro, start, NOTHING_WANTED, undefined);
    }
  }

  /** Under the branches around. */
  private add(macro: string, offset: number, asked: Wanted, unrun: Probe['unrun']): void {
    let wanted = asked;
    let unless: Wanted | undefined;
    const options: Option[] = [];
    for (const { variable, negated } of this.branches) {
      const option = variable === undefined ? undefined : this.optionOf.get(variable);
      const test = variable === undefined ? undefined : (this.tests.get(variable) ?? systemOf(variable));
      if (option) options.push(option);
      else if (test && !negated) wanted = bothWanted(wanted, test);
      else if (test && !unless) unless = test;
      else wanted = { ...wanted, isOpen: true };
    }
    const isEnough = wanted === NOTHING_WANTED && !unless;
    for (const option of options) this.options.push({ macro, option, isEnough });
    if (isEnough && options.length > 0) return;
    this.probes.push({
      macro,
      path: this.path,
      line: this.lines.at(offset),
      wanted,
      unless,
      unrun,
      isNumber: false,
      options: options.map((option) => option.name),
    });
  }
}

/** What a check looks for, and the variable that gets the answer. */
function wantedByCheck(
  name: string,
  args: readonly string[],
): { wanted: Wanted; variable: string; runs: boolean } | undefined {
  const [first = '', second = '', third = ''] = args;
  const found = (wanted: Partial<Wanted>, variable: string | undefined, runs = false) =>
    variable === undefined ? undefined : { wanted: { ...NOTHING_WANTED, ...wanted }, variable, runs };
  switch (name) {
    case 'check_function_exists':
      return found({ functions: [first] }, second);
    case 'check_symbol_exists':
    case 'check_cxx_symbol_exists':
      return found({ headers: headersOf(second), called: [first] }, third);
    case 'check_prototype_definition':
      return found({ called: [first] }, args.at(-1));
    case 'check_include_file':
    case 'check_include_file_cxx':
      return found({ headers: [first] }, second);
    case 'check_include_files':
      return found({ headers: headersOf(first) }, second);
    case 'check_library_exists':
      return found({ libraries: [first], functions: [second] }, args[3]);
    case 'check_struct_has_member':
      return found(
        { headers: headersOf(third), members: [`${first.replace(/^struct\s+/, '')}.${second}`] },
        args[3],
      );
    case 'check_type_size':
      return /^\w+$/.test(first) ? found({ declared: [first] }, `HAVE_${second}`) : undefined;
    case 'check_c_source_compiles':
    case 'check_cxx_source_compiles':
      return found(wantedByProgram(first), second);
    case 'check_c_source_runs':
    case 'check_cxx_source_runs':
      return found(wantedByProgram(first), second, true);
    default:
      return undefined;
  }
}

/** What is named by a variable is not known. */
function headersOf(list: string): string[] {
  return list.split(/[;\s]+/).filter((header) => /^[\w./+-]+\.h$/.test(header));
}

const SYSTEM_VARIABLES: Readonly<Record<string, readonly string[]>> = {
  UNIX: ['unix'],
  LINUX: ['linux'],
  WIN32: ['windows'],
  MSVC: ['windows'],
  MINGW: ['windows'],
  CYGWIN: ['windows'],
  APPLE: ['darwin'],
  ANDROID: ['other'],
  BSD: ['bsd'],
};

function systemOf(variable: string): Wanted | undefined {
  return Object.hasOwn(SYSTEM_VARIABLES, variable)
    ? { ...NOTHING_WANTED, systems: SYSTEM_VARIABLES[variable] }
    : undefined;
}
