/**
 * `configure.ac`, `configure.in` and the `*.m4` files beside them. They are no more than looked at: what the usual macros
 * ask for, which `AC_DEFINE` says the answer, and which options the builder has. What is certain is taken.
 */

import { KNOWN_CHECKS } from './autoconfChecks.js';
import { allOf, defaultOf, helpText, isDefault, isDefaultCase, phpDefault } from './autoconfOptions.js';
import type { BuildFileFacts, OptionMacro } from './buildFileFacts.js';
import { Lines } from './lines.js';
import { callsIn, type M4Argument, type M4Call } from './macroCalls.js';
import type { Option } from './option.js';
import { bothWanted, NOTHING_WANTED, type Probe, sameWanted, type Wanted } from './probe.js';
import { type Branch, ShellBranches } from './shellBranches.js';
import { conditionsOf } from './shellCondition.js';
import { systemAskedBy, systemsOfPattern } from './systemPattern.js';

/** What a place of the script hangs on. */
interface Place {
  /** What was looked for, where the place is reached only if it is there or only if it is not. */
  readonly test: Test | undefined;
  readonly isFailure: boolean;
  readonly options: readonly Choice[];
  /** Branches of the script that macros make, innermost first. */
  readonly branch: Branch | undefined;
  /** Whether it stands in a macro of the project's own, which may be called or not. */
  readonly inDefinition: boolean;
}

/** An option on which a place hangs. */
interface Choice {
  readonly option: Option;
  /** Whether the place is come to where the builder says nothing; undefined where that is not known. */
  readonly isDefault: boolean | undefined;
}

/** What a branch of the shell hangs on. */
type Around = { readonly test: Test; readonly negated: boolean } | Choice | 'unknown';

interface Test {
  readonly wanted: Wanted;
  readonly unrun: Probe['unrun'];
}

const TOP: Place = {
  test: undefined,
  isFailure: false,
  options: [],
  branch: undefined,
  inDefinition: false,
};

/** A branch that a macro makes is read whole. */
const WHOLE = { isEnded: true };

/** Calls may stand in each other's arguments. */
const DEEPEST = 30;

export function readAutoconf(path: string, text: string): BuildFileFacts {
  return new AutoconfReader(path, text).read();
}

class AutoconfReader {
  private readonly probes: Probe[] = [];
  private readonly options: OptionMacro[] = [];
  private readonly set: string[] = [];
  private readonly lines: Lines;
  private readonly text: string;
  private readonly branches: ShellBranches;
  /** What a variable of the shell says `yes` to; undefined where several things may have set it. */
  private readonly tests = new Map<string, Test | undefined>();
  private readonly optionOfVariable = new Map<string, Option>();
  /** The branch of a macro in which a variable gets a word: `platform=pcp`. */
  private readonly branchOfWord = new Map<string, Branch>();
  /** Whether it is followed where a variable got its word: no further than one step. */
  private isFollowing = false;

  constructor(
    private readonly path: string,
    text: string,
  ) {
    this.text = withoutComments(text);
    this.lines = new Lines(text);
    this.branches = new ShellBranches(this.text);
  }

  read(): BuildFileFacts {
    this.visit(this.text, 0, { ...TOP, inDefinition: this.path.endsWith('.m4') }, 0);
    for (const [, name] of this.text.matchAll(/-D\s*([A-Za-z_]\w*)/g)) this.set.push(name);
    return { probes: this.probes, options: this.options, set: this.set };
  }

  private visit(text: string, base: number, place: Place, depth: number): void {
    if (depth > DEEPEST) return;
    for (const call of callsIn(text, base)) this.call(call, place, depth);
  }

  private call(call: M4Call, place: Place, depth: number): void {
    const { name, arguments: args } = call;
    switch (name) {
      case 'AC_DEFINE':
      case 'AC_DEFINE_UNQUOTED':
        this.define(call, place);
        return;
      case 'AM_CONDITIONAL':
        this.conditional(call, place);
        return;
      case 'AC_ARG_ENABLE':
      case 'AC_ARG_WITH':
      case 'PHP_ARG_ENABLE':
      case 'PHP_ARG_WITH':
        this.option(call, place, depth);
        return;
      case 'AC_DEFUN':
      case 'AC_DEFUN_ONCE':
      case 'm4_define':
        if (args[1]) this.visit(args[1].text, args[1].start, { ...place, inDefinition: true }, depth + 1);
        return;
      case 'AS_IF':
      case 'AS_CASE':
        this.choice(call, place, depth);
        return;
      case 'AC_CACHE_CHECK':
      case 'AC_CACHE_VAL':
        this.cached(call, place, depth);
        return;
      default: {
        const known = KNOWN_CHECKS[name]?.(args.map((one) => one.text));
        if (known === undefined) {
          for (const one of args) this.visit(one.text, one.start, place, depth + 1);
          return;
        }
        for (const { macro, wanted, always } of known.macros) {
          this.add(macro, call.start, { wanted, unrun: undefined }, false, place, always === true);
        }
        this.actions(known.test, args, known.found, known.missing, known.unrun, place, depth);
      }
    }
  }

  /** Arguments that are carried out where a test has succeeded, failed, or cannot be run. */
  private actions(
    wanted: Wanted,
    args: readonly M4Argument[],
    found: number,
    missing: number,
    unrun: number | undefined,
    place: Place,
    depth: number,
  ): void {
    const test: Test = {
      wanted: place.test && !place.isFailure ? bothWanted(place.test.wanted, wanted) : wanted,
      unrun: unrun === undefined ? place.test?.unrun : unrunAnswer(args[unrun]?.text, args[found]?.text),
    };
    const isSure = !place.isFailure;
    for (const [index, isFailure] of [
      [found, false],
      [missing, true],
    ] as const) {
      const action = args[index];
      if (!action) continue;
      for (const [, variable, value] of action.text.matchAll(/\b(\w+)=["']?(yes|true|1|no|false|0)?\b/g)) {
        if (/^(?:yes|true|1)$/.test(value ?? ''))
          this.setVariable(variable, isFailure || !isSure ? undefined : test);
        else if (!isFailure) this.setVariable(variable, undefined);
      }
      const inner: Place = isSure ? { ...place, test, isFailure } : { ...place, test: OPEN };
      this.visit(action.text, action.start, inner, depth + 1);
    }
  }

  /** `AC_CACHE_CHECK(message, variable, test)`: the variable has the answer. */
  private cached({ name, arguments: args }: M4Call, place: Place, depth: number): void {
    const body = args[name === 'AC_CACHE_CHECK' ? 2 : 1];
    if (body) this.visit(body.text, body.start, place, depth + 1);
  }

  /** `AS_IF(test, action, ..., otherwise)` and `AS_CASE(word, pattern, action, ..., otherwise)`. */
  private choice({ name, arguments: args }: M4Call, place: Place, depth: number): void {
    const isCase = name === 'AS_CASE';
    const subject = args[0]?.text ?? '';
    for (let i = isCase ? 1 : 0; i < args.length; i += 2) {
      const condition = args[i].text;
      const action = args[i + 1];
      const around = { outer: place.branch, command: WHOLE };
      const branch: Branch = isCase
        ? { ...around, kind: 'case', subject, pattern: action ? condition : '*' }
        : { ...around, kind: 'if', condition: action ? condition : subject, negated: !action };
      const { text, start } = action ?? args[i];
      for (const [, variable, word] of text.matchAll(/\b(\w+)=["']?([\w.-]+)/g)) {
        this.branchOfWord.set(`${variable}=${word}`, branch);
      }
      this.visit(text, start, { ...place, branch }, depth + 1);
    }
  }

  private setVariable(name: string, test: Test | undefined): void {
    const known = this.tests.get(name);
    this.tests.set(name, this.tests.has(name) && known !== test ? undefined : test);
  }

  private option({ name, start, arguments: args }: M4Call, place: Place, depth: number): void {
    const isEnable = name.endsWith('ENABLE');
    const [word] = (args[0]?.text ?? '').split(/[,\s]/);
    if (!/^[\w.+-]+$/.test(word)) return;
    const help = (args[1]?.text ?? '').replace(/^A[CS]_HELP_STRING\(/, '');
    const option: Option = {
      name: `--${isEnable ? 'enable' : 'with'}-${word}`,
      help: helpText(help),
      fallback: name.startsWith('PHP_') ? phpDefault(args[3]) : defaultOf(word, help, args[3]?.text ?? ''),
      path: this.path,
      line: this.lines.at(start),
    };
    const variable = word.replace(/[-.+]/g, '_');
    this.optionOfVariable.set(`${isEnable ? 'enable' : 'with'}_${variable}`, option);
    if (name.startsWith('PHP_')) this.optionOfVariable.set(`PHP_${variable.toUpperCase()}`, option);
    for (const [index, action] of args.slice(2).entries()) {
      for (const [, set] of action.text.matchAll(/\b(\w+)=/g)) this.optionOfVariable.set(set, option);
      // The last one is carried out where the option is not given.
      const inner = {
        ...place,
        options: [...place.options, { option, isDefault: index === 1 ? true : undefined }],
      };
      this.visit(action.text, action.start, inner, depth + 1);
    }
  }

  private define({ start, arguments: args }: M4Call, place: Place): void {
    const macro = args[0]?.text ?? '';
    if (!/^[A-Za-z_]\w*$/.test(macro)) return;
    this.add(macro, start, place.test ?? EVERYWHERE, place.isFailure, place, false);
  }

  /** `AM_CONDITIONAL(name, test)`: files of Automake ask for the name. */
  private conditional({ start, arguments: [name, condition] }: M4Call, place: Place): void {
    if (!name || !/^[A-Za-z_]\w*$/.test(name.text)) return;
    const text = condition?.text.trim() ?? '';
    if (text === 'false') return;
    const around = { outer: place.branch, command: WHOLE };
    const choice =
      /^AS_CASE\(\s*\[?(\$\w+)\]?\s*,\s*\[?([^\],]+)\]?\s*,\s*\[?true\]?\s*,\s*\[?false\]?\s*\)$/.exec(text);
    const asked: Branch = choice
      ? { ...around, kind: 'case', subject: choice[1], pattern: choice[2] }
      : { ...around, kind: 'if', condition: text, negated: false };
    const branch = text === 'true' ? place.branch : asked;
    this.add(name.text, start, EVERYWHERE, false, { ...place, branch }, false);
  }

  /** The macro says what a test found, under the conditions of the shell around it. */
  private add(
    macro: string,
    offset: number,
    test: Test,
    isFailure: boolean,
    place: Place,
    isNumber: boolean,
  ): void {
    let wanted = isFailure ? NOTHING_WANTED : test.wanted;
    let unless = isFailure ? test.wanted : undefined;
    let { unrun } = test;
    const options = [...place.options];
    for (const branch of [...branchesOf(place.branch), ...branchesOf(this.branches.at(offset))]) {
      if (!branch.command.isEnded && test !== EVERYWHERE) continue;
      const around = this.around(branch);
      if (around === 'unknown') wanted = { ...wanted, isOpen: true };
      else if ('option' in around) options.push(around);
      else if (around.negated) {
        // Of two things it is enough that one is missing: that is more than is kept.
        if (unless) wanted = { ...wanted, isOpen: true };
        else unless = around.test.wanted;
      } else wanted = bothWanted(wanted, around.test.wanted);
      if (around !== 'unknown' && 'test' in around) unrun ??= around.test.unrun;
    }
    // What is looked for again where it was not found is found if it is there.
    if (unless && sameWanted(unless, test.wanted) && !isFailure) unless = undefined;
    const isEnough = wanted === NOTHING_WANTED && unless === undefined;
    const isDefault = allOf(options.map((one) => one.isDefault));
    for (const { option } of options) {
      this.options.push({ macro, option, isEnough, ...(isDefault === undefined ? {} : { isDefault }) });
    }
    if (isEnough && options.length > 0) return;
    if (isEnough && place.inDefinition) {
      this.set.push(macro);
      return;
    }
    this.probes.push({
      macro,
      path: this.path,
      line: this.lines.at(offset),
      wanted: unrun !== undefined && isDoubtful(macro) ? { ...wanted, isOpen: true } : wanted,
      unless,
      unrun,
      isNumber,
      options: options.filter(({ isDefault }) => !isDefault).map(({ option }) => option.name),
    });
  }

  /** What a branch of the shell asks for. */
  private around(branch: Branch): Around {
    if (!branch.command.isEnded) return 'unknown';
    if (branch.kind === 'case') {
      const systems = /host|target|system|_os\b|uname/i.test(branch.subject)
        ? systemsOfPattern(branch.pattern)
        : undefined;
      if (systems)
        return { test: { wanted: { ...NOTHING_WANTED, systems }, unrun: undefined }, negated: false };
      const option = this.optionIn(branch.subject);
      return option ? { option, isDefault: isDefaultCase(option, branch.pattern) } : 'unknown';
    }
    const system = systemAskedBy(branch.condition);
    if (system) {
      const test = { wanted: { ...NOTHING_WANTED, systems: system.systems }, unrun: undefined };
      return { test, negated: system.isAbsent !== branch.negated };
    }
    const conditions = conditionsOf(branch.condition);
    const option = this.optionIn(branch.condition);
    if (option) return { option, isDefault: isDefault(option, conditions, branch.negated) };
    if (!conditions) return this.assigned(branch);
    if (branch.negated && conditions.length > 1) return 'unknown';
    let wanted = NOTHING_WANTED;
    let unrun: Probe['unrun'];
    let negated = branch.negated;
    for (const { variable, isYes } of conditions) {
      const test = this.tests.get(variable) ?? standardTest(variable);
      if (!test) return this.assigned(branch);
      if (!isYes) {
        if (conditions.length > 1) return 'unknown';
        negated = !negated;
      }
      wanted = bothWanted(wanted, test.wanted);
      unrun ??= test.unrun;
    }
    return { test: { wanted, unrun }, negated };
  }

  /** `test "$platform" = pcp` hangs on what the one place hangs on at which the variable gets that word. */
  private assigned({ condition, negated }: Branch & { readonly kind: 'if' }): Around {
    const match = /^(?:test|\[)\s+["']?([xX_]?)\$\{?(\w+)\}?["']?\s*==?\s*["']?([\w.-]+)["']?\s*\]?$/.exec(
      condition.trim(),
    );
    if (!match || negated || this.isFollowing) return 'unknown';
    const [, sign, variable, written] = match;
    const word = written.slice(sign.length);
    const places = [...this.text.matchAll(new RegExp(`\\b${variable}=["']?${word}["']?(?![\\w.-])`, 'g'))];
    if (word === '' || places.length !== 1) return 'unknown';
    this.isFollowing = true;
    const branch = this.branchOfWord.get(`${variable}=${word}`) ?? this.branches.at(places[0].index);
    const found = [...branchesOf(branch)].map((one) => this.around(one));
    this.isFollowing = false;
    return found.length === 1 ? found[0] : 'unknown';
  }

  private optionIn(condition: string): Option | undefined {
    for (const [, variable] of condition.matchAll(/\$\{?(\w+)/g)) {
      const option = this.optionOfVariable.get(variable);
      if (option) return option;
    }
    return undefined;
  }
}

function* branchesOf(innermost: Branch | undefined): Generator<Branch> {
  for (let branch = innermost; branch; branch = branch.outer) yield branch;
}

const EVERYWHERE: Test = { wanted: NOTHING_WANTED, unrun: undefined };
const OPEN: Test = { wanted: { ...NOTHING_WANTED, isOpen: true }, unrun: undefined };

/** A test program that is run may show that something does not work: its success says nothing then. */
function isDoubtful(macro: string): boolean {
  return !/(?:^|_)(?:HAVE|HAS|WORKING)(?:_|$)/.test(macro) || /BROKEN|BUG/.test(macro);
}

/** What the fourth argument of a test that is run says of a build that cannot run it. */
function unrunAnswer(action: string | undefined, found: string | undefined): Probe['unrun'] {
  if (action === undefined || action === '' || /AC_MSG_(?:ERROR|FAILURE)/.test(action)) return 'unknown';
  if (found !== undefined && action.replace(/\s/g, '') === found.replace(/\s/g, '')) return 'found';
  if (/=["']?yes\b|AC_DEFINE/.test(action)) return 'found';
  return /=["']?no\b|^:$/.test(action) ? 'missing' : 'unknown';
}

/** Variables that Autoconf itself sets: `ac_cv_func_fork`, `ac_cv_header_sys_epoll_h`. */
function standardTest(variable: string): Test | undefined {
  const func = /^ac_cv_func_(\w+)$/.exec(variable)?.[1];
  if (func !== undefined) return { wanted: { ...NOTHING_WANTED, functions: [func] }, unrun: undefined };
  const declared = /^ac_cv_have_decl_(\w+)$/.exec(variable)?.[1];
  if (declared !== undefined)
    return { wanted: { ...NOTHING_WANTED, declared: [declared] }, unrun: undefined };
  const header = /^ac_cv_header_(\w+)_h$/.exec(variable)?.[1];
  if (header === undefined) return undefined;
  return { wanted: { ...NOTHING_WANTED, headers: [`${header.replace(/_/g, '/')}.h`] }, unrun: undefined };
}

/** With blanks in the place of comments, so that offsets stay. `#include` and its kin are code of test programs. */
function withoutComments(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return text
    .replace(/\bdnl\b.*$/gm, blank)
    .replace(
      /^[ \t]*#(?![ \t]*(?:include|define|undef|if|ifdef|ifndef|else|elif|endif|error|pragma)\b).*$/gm,
      blank,
    );
}
