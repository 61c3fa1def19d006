/**
 * The checks that Autoconf has: what each looks for, which macros it sets by itself, and which of its arguments are
 * carried out where it succeeds and where it fails.
 */
import { NOTHING_WANTED, type Wanted } from './probe.js';
import { wantedByProgram } from './testProgram.js';

export interface KnownCheck {
  /** What all of it looks for. */
  readonly test: Wanted;
  readonly macros: readonly { readonly macro: string; readonly wanted: Wanted; readonly always?: boolean }[];
  /** Numbers of the arguments; of one that is not there nothing comes. */
  readonly found: number;
  readonly missing: number;
  /** Number of the argument for builds that cannot run what they compile; undefined for a test that is not run. */
  readonly unrun: number | undefined;
}

const NONE: readonly never[] = [];

function check(test: Wanted, found: number, rest: Partial<KnownCheck> = {}): KnownCheck {
  return { test, macros: NONE, found, missing: found + 1, unrun: undefined, ...rest };
}

/** By the name of the macro; each is given the arguments, and says undefined if it cannot be read. */
export const KNOWN_CHECKS: Readonly<Record<string, (args: readonly string[]) => KnownCheck | undefined>> = {
  AC_CHECK_FUNCS: functions,
  AC_CHECK_FUNCS_ONCE: functions,
  AC_REPLACE_FUNCS: functions,
  AC_CHECK_FUNC: ([name]) => (isName(name) ? check(functionWanted(name), 1) : undefined),
  AC_CHECK_HEADERS: headers,
  AC_CHECK_HEADERS_ONCE: headers,
  AC_CHECK_HEADER: ([name]) => (isHeader(name) ? check(headerWanted(name), 1) : undefined),
  AC_CHECK_DECLS: ([list = '']) => {
    const names = words(list, /[,\n]/).map((name) => name.replace(/\(.*/, '').trim());
    const macros = names.filter(isName).map((name) => ({
      macro: `HAVE_DECL_${upper(name)}`,
      wanted: declaredWanted([name]),
      always: true,
    }));
    return check(macros.length === 1 ? macros[0].wanted : OPEN, 1, { macros });
  },
  AC_CHECK_DECLS_ONCE: (args) => KNOWN_CHECKS.AC_CHECK_DECLS(args),
  AC_CHECK_DECL: ([name]) => {
    const word = name?.replace(/\(.*/, '').trim();
    return isName(word) ? check(declaredWanted([word]), 1) : undefined;
  },
  AC_CHECK_MEMBERS: ([list = '']) => {
    const members = words(list, /[,\n]/).filter((one) => /^[\w\s]+\.[\w.]+$/.test(one));
    const macros = members.map((member) => ({
      macro: `HAVE_${upper(member)}`,
      wanted: memberWanted(member),
    }));
    return check(macros.length === 1 ? macros[0].wanted : OPEN, 1, { macros });
  },
  AC_CHECK_MEMBER: ([member = '']) =>
    /^[\w\s]+\.[\w.]+$/.test(member) ? check(memberWanted(member), 1) : undefined,
  AC_CHECK_TYPES: ([list = '']) => {
    const types = words(list, /[,\n]/).filter((one) => /^[\w\s]+$/.test(one));
    const macros = types.map((type) => ({ macro: `HAVE_${upper(type)}`, wanted: typeWanted(type) }));
    return check(macros.length === 1 ? macros[0].wanted : OPEN, 1, { macros });
  },
  AC_CHECK_TYPE: ([type = '', second = '']) =>
    // The old form takes a type to use instead.
    /^[\w\s]+$/.test(type) && !/^\w+$/.test(second) ? check(typeWanted(type), 1) : undefined,
  AC_CHECK_LIB: ([library, name, action = '']) => {
    if (!isName(library) || !isName(name)) return undefined;
    const wanted = libraryWanted([library], name);
    const macros = action === '' ? [{ macro: `HAVE_LIB${upper(library)}`, wanted }] : NONE;
    return check(wanted, 2, { macros });
  },
  AC_SEARCH_LIBS: ([name, list = '']) =>
    isName(name) ? check(libraryWanted(['c', ...words(list, /\s/)], name), 2) : undefined,
  AC_COMPILE_IFELSE: ([program = '']) => check(wantedByProgram(program), 1),
  AC_LINK_IFELSE: ([program = '']) => check(wantedByProgram(program), 1),
  AC_PREPROC_IFELSE: ([program = '']) => check(wantedByProgram(program), 1),
  AC_RUN_IFELSE: ([program = '']) => check(wantedByProgram(program), 1, { unrun: 3 }),
  AC_TRY_COMPILE: ([head = '', body = '']) => check(wantedByProgram(`${head}\n${body}`), 2),
  AC_TRY_LINK: ([head = '', body = '']) => check(wantedByProgram(`${head}\n${body}`), 2),
  AC_TRY_RUN: ([program = '']) => check(wantedByProgram(program), 1, { unrun: 3 }),
  AC_EGREP_HEADER: () => check({ ...NOTHING_WANTED, isOpen: true }, 2),
  AC_EGREP_CPP: ([pattern = '', program = '']) => check(constantWanted(pattern, program), 2),
  AC_FUNC_FORK: () =>
    ownMacros({
      HAVE_FORK: ['fork'],
      HAVE_VFORK: ['vfork'],
      HAVE_WORKING_FORK: ['fork'],
      HAVE_WORKING_VFORK: ['vfork'],
    }),
  AC_FUNC_GETPGRP: () => ownMacros({ GETPGRP_VOID: ['getpgrp'] }),
  AC_FUNC_SETPGRP: () => ownMacros({ SETPGRP_VOID: ['setpgrp'] }),
  AC_FUNC_WAIT3: () => ownMacros({ HAVE_WAIT3: ['wait3'] }),
  AC_FUNC_STRERROR_R: () => ownMacros({ HAVE_STRERROR_R: ['strerror_r'] }),
  AC_FUNC_VPRINTF: () => ownMacros({ HAVE_VPRINTF: ['vprintf'] }),
  AC_FUNC_UTIME_NULL: () => ownMacros({ HAVE_UTIME_NULL: ['utime'] }),
  AC_FUNC_SELECT_ARGTYPES: () => ownMacros({}),
  AC_FUNC_GETLOADAVG: () => ownMacros({ HAVE_GETLOADAVG: ['getloadavg'] }),
};

function functions([list = '']: readonly string[]): KnownCheck {
  const macros = words(list, /\s/)
    .filter(isName)
    .map((name) => ({ macro: `HAVE_${upper(name)}`, wanted: functionWanted(name) }));
  return check(macros.length === 1 ? macros[0].wanted : OPEN, 1, { macros });
}

function headers([list = '']: readonly string[]): KnownCheck {
  const macros = words(list, /\s/)
    .filter(isHeader)
    .map((name) => ({ macro: `HAVE_${upper(name)}`, wanted: headerWanted(name) }));
  return check(macros.length === 1 ? macros[0].wanted : OPEN, 1, { macros });
}

/** An action that is carried out for each of several is not followed. */
const OPEN: Wanted = { ...NOTHING_WANTED, isOpen: true };

function ownMacros(functionsOf: Readonly<Record<string, readonly string[]>>): KnownCheck {
  const macros = Object.entries(functionsOf).map(([macro, names]) => ({
    macro,
    wanted: { ...NOTHING_WANTED, functions: names },
  }));
  return check(OPEN, 0, { macros });
}

function functionWanted(name: string): Wanted {
  return { ...NOTHING_WANTED, functions: [name] };
}

function headerWanted(header: string): Wanted {
  return { ...NOTHING_WANTED, headers: [header] };
}

function declaredWanted(names: readonly string[]): Wanted {
  return { ...NOTHING_WANTED, declared: names };
}

/**
 * A program that has a word in it only where headers define a constant. Any other may keep it for another reason, and of a name
 * that is not in capitals it is not known whether it is a macro.
 */
function constantWanted(pattern: string, program: string): Wanted {
  const lines = words(program, /\n/).map((line) => line.replace(/\s+/g, ' ').replace(/^# /, '#'));
  const [end, word, condition = ''] = lines.slice(-3).reverse();
  const name = /^#ifdef ([A-Z][A-Z0-9_]*)$/.exec(condition)?.[1];
  const headers = lines.slice(0, -3).map((line) => /^#include ?<([\w./+-]+)>$/.exec(line)?.[1]);
  if (name === undefined || word !== pattern || end !== '#endif' || headers.length === 0) return OPEN;
  return headers.every((header) => header !== undefined)
    ? { ...NOTHING_WANTED, headers, declared: [name] }
    : OPEN;
}

/** `struct stat.st_mtim.tv_nsec`: the members of the tag. */
function memberWanted(text: string): Wanted {
  const [type, ...members] = text.split('.');
  const tag = typeWanted(type).declared.at(-1) ?? type;
  return { ...NOTHING_WANTED, members: members.map((one) => `${tag}.${one.trim()}`) };
}

/** The tag of `struct stat`, the name of `socklen_t`; nothing of `unsigned long`. */
function typeWanted(type: string): Wanted {
  const names = type.trim().split(/\s+/);
  return declaredWanted(
    names.filter(
      (name) =>
        !/^(?:struct|union|enum|unsigned|signed|long|short|int|char|double|float|void|const)$/.test(name),
    ),
  );
}

function libraryWanted(libraries: readonly string[], name: string): Wanted {
  return { ...NOTHING_WANTED, libraries, functions: name === 'main' ? NONE : [name] };
}

function words(list: string, separator: RegExp): string[] {
  return list
    .replace(/\\\n/g, ' ')
    .split(separator)
    .map((one) => one.replace(/[[\]]/g, '').trim())
    .filter((one) => one !== '');
}

function isName(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z_]\w*$/.test(text);
}

function isHeader(text: string | undefined): text is string {
  return text !== undefined && /^[\w./+-]+\.h(?:pp)?$/.test(text);
}

/** As Autoconf makes a macro's name of a text. */
function upper(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/\*/g, 'P')
    .replace(/[^A-Z0-9_]/g, '_');
}
