/**
 * Checks of a `configure` script in the manner of FFmpeg's: what a call tests, and the names that it enables.
 */
import { NOTHING_WANTED, type Wanted } from './probe.js';
import { wantedByProgram } from './testProgram.js';

export interface ConfigureCheck {
  /** As they are enabled: `sys/un.h`, `struct stat_st_mtim`. */
  readonly names: readonly string[];
  /** What it takes for the call to succeed. */
  readonly wanted: Wanted;
}

export const OPEN: Wanted = { ...NOTHING_WANTED, isOpen: true };

/** Always succeed, and test nothing. */
const SETTERS = /^(?:(?:enable|disable)(?:_\w+)?|set_default|add_\w+|append|prepend|log|warn|echo|:|true)$/;

/** @param words of a command. Undefined for one that always succeeds. */
export function checkOf(words: readonly string[]): ConfigureCheck | undefined {
  const [command, first = '', second = '', third = ''] = words;
  if (/^\w+=/.test(command) || SETTERS.test(command)) return undefined;
  switch (command) {
    case 'check_func':
      return check([first], { ...NOTHING_WANTED, functions: [first] }, words.slice(2));
    case 'check_mathfunc':
      return check([first], { ...NOTHING_WANTED, headers: ['math.h'], called: [first] });
    case 'check_complexfunc':
      return check([first], { ...NOTHING_WANTED, headers: ['complex.h', 'math.h'], called: [first] });
    case 'check_headers':
    case 'require_headers':
      return check(list(first), { ...NOTHING_WANTED, headers: list(first) });
    case 'check_func_headers':
      return check([...list(second), ...list(first)], functionsIn(first, second), words.slice(3));
    case 'check_lib':
    case 'require': {
      const name = list(first)[0] ?? '';
      return check([name, ...list(third), ...list(second)], functionsIn(second, third), words.slice(4));
    }
    case 'check_type': {
      const type = /(\w+)[\s*]*$/.exec(second)?.[1];
      return check([second], { ...NOTHING_WANTED, headers: list(first), declared: type ? [type] : [] });
    }
    case 'check_struct': {
      const member = `${second.replace(/^(?:struct|union)\s+/, '')}.${third.split('.')[0]}`;
      return check([`${second}_${third}`], { ...NOTHING_WANTED, headers: list(first), members: [member] });
    }
    case 'check_cc':
    case 'require_cc':
    case 'check_builtin':
      return check([first], programWith(second, third));
    case 'test_code':
      return check([], programWith(second, third));
    case 'check_cpp_condition':
    case 'require_cpp_condition':
    case 'check_compile_assert':
      return check([first], { ...OPEN, headers: list(second) });
    case 'test_cpp_condition':
      return check([], { ...OPEN, headers: list(first) });
    case 'check_pkg_config':
    case 'require_pkg_config':
      return check([first, ...list(words[4] ?? ''), ...list(third)], { ...OPEN, headers: list(third) });
  }
  // What others find is not known: the name is their first word, and checks of an instruction add to it.
  if (command === 'check_insn') return { names: [`${first}_inline`, `${first}_external`], wanted: OPEN };
  return { names: command.startsWith('check_') && /^\w+$/.test(first) ? [first] : [], wanted: OPEN };
}

/** @param flags that are given to the compiler besides. */
function check(names: readonly string[], wanted: Wanted, flags: readonly string[] = []): ConfigureCheck {
  const asked = [wanted.headers, wanted.functions, wanted.called, wanted.declared, wanted.members].flat();
  // What a variable of the script stands for is not known.
  if (asked.some((name) => name.includes('$'))) return { names, wanted: OPEN };
  const libraries = flags.flatMap((flag) => /^-l([\w+-]+)$/.exec(flag)?.[1] ?? []);
  const isOpen = wanted.isOpen || flags.some((flag) => flag.startsWith('-framework'));
  return { names, wanted: { ...wanted, libraries, isOpen } };
}

/** A program that takes the addresses of functions. */
function functionsIn(headers: string, functions: string): Wanted {
  return { ...NOTHING_WANTED, headers: list(headers), called: list(functions) };
}

/** Statements in a program that includes headers. */
function programWith(headers: string, code: string): Wanted {
  const includes = list(headers).map((header) => `#include <${header}>\n`);
  const wanted = wantedByProgram(`${includes.join('')}int main(void) {\n${code};\nreturn 0;\n}\n`);
  // A program that names nothing of the system asks the compiler something.
  const isTold = wanted.called.length + wanted.declared.length > 0;
  return { ...wanted, isOpen: wanted.isOpen || !isTold };
}

function list(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}
