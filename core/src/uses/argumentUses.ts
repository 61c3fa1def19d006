/**
 * Uses that the arguments of a call name: constants, signals, call numbers, programs.
 */
import type { CallArguments, Place } from '../facts/fileFacts.js';
import {
  FLAG_SCOPES,
  HANDLER_ARGUMENT,
  OPTION_ARGUMENT,
  PROGRAM_ARGUMENT,
  SENDS_SIGNAL,
  SHORT_BACKLOG,
  SIGNAL_ARGUMENT,
} from './argumentScopes.js';
import type { Catalogue } from './catalogue.js';
import { LIBRARY_CALLS } from './libraryCalls.js';
import { programsOf, programsOfWords } from './shellCommand.js';
import type { Use, UseKind } from './use.js';

/**
 * What stands elsewhere, in a macro's body, is told at the use of the function that is called.
 * @param call that use.
 */
export function usesInArguments(call: Use, args: CallArguments, catalogue: Catalogue): Use[] {
  const uses: Use[] = [];
  const add = (
    kind: UseKind,
    feature: string,
    name: string,
    symbol: string,
    place: Place & { readonly elsewhere?: boolean },
  ): Use | undefined => {
    if (!catalogue.has(feature)) return undefined;
    const { start, end, line, column } = place.elsewhere === true ? call : place;
    const use = {
      feature,
      kind,
      name,
      symbol,
      path: call.path,
      line,
      column,
      start,
      end,
      guard: call.guard,
      included: call.included,
      through: call.through,
      replaced: call.replaced,
      macros: call.macros,
      arguments: undefined as CallArguments | undefined,
      call: call.start,
      tags: call.tags,
      purpose: undefined,
      systems: call.systems,
      isAside: false,
      isAlternative: false,
      imported: undefined,
    };
    uses.push(use);
    return use;
  };
  const called = LIBRARY_CALLS[call.symbol]?.name ?? call.symbol;
  const scope = FLAG_SCOPES[called];
  for (const constant of constantsOf(called, args)) {
    const { name, argument, written = name } = constant;
    const value = args.values[argument];
    const isAlternative = value?.kind === 'choice' && value.names.includes(name);
    const flag = scope === undefined ? undefined : catalogue.flag(scope.name, name);
    if (flag !== undefined) {
      const use = add('flag', flag, written, name, constant);
      if (use) Object.assign(use, { arguments: args, isAside: scope.isOther, isAlternative });
    }
    if (SIGNAL_ARGUMENT[called] === argument) {
      const use = add('signal', `signal/${name}`, written, name, constant);
      if (use) {
        const isIgnored = hasNoHandler(called, args);
        Object.assign(use, {
          isAside: SENDS_SIGNAL.has(called),
          isAlternative,
          ...(isIgnored && { isIgnored }),
        });
      }
    }
  }
  if (called === 'syscall' && args.callNumber) {
    const { name } = args.callNumber;
    const systemCall = /^(?:SYS_|__NR_)(\w+)$/.exec(name)?.[1];
    if (systemCall !== undefined) {
      const use = add('syscall', `syscall/${systemCall}`, name, systemCall, args.callNumber);
      if (use) Object.assign(use, { arguments: withoutFirst(args) });
    }
  }
  const backlog = called === 'listen' ? args.values[1] : undefined;
  // With 0 a program wants no more connections for a while.
  if (backlog?.kind === 'number' && backlog.value > 0 && backlog.value < SHORT_BACKLOG) {
    add('practice', 'practice/short-backlog', call.name, 'short-backlog', { ...call, elsewhere: true });
  }
  for (const { name, place } of programsIn(called, args)) {
    add('command', `command/${name}`, name, name, place);
  }
  return uses;
}

/** Whether a signal is given no handler, but ignored or left to its default action. */
function hasNoHandler(call: string, { values }: CallArguments): boolean {
  const handler = values[HANDLER_ARGUMENT[call] ?? -1];
  return (
    handler?.kind === 'constants' && handler.names.every((name) => name === 'SIG_IGN' || name === 'SIG_DFL')
  );
}

/** Constants that are features: of an option with values of its own the option alone. */
function constantsOf(call: string, { constants }: CallArguments): CallArguments['constants'] {
  const option = OPTION_ARGUMENT[call];
  return option === undefined ? constants : constants.filter(({ argument }) => argument === option);
}

/** Programs that a call starts, the shell that reads its command among them. */
function programsIn(call: string, args: CallArguments): { name: string; place: Place }[] {
  const program = PROGRAM_ARGUMENT[call];
  if (!program) return [];
  const { argument, form } = program;
  const text = textOf(args, argument);
  if (text === undefined) return [];
  const names =
    form === 'shell'
      ? withShell(programsOf(text).map(({ name }) => name))
      : programsOfWords(text, form === 'list' ? wordsBehind(args, argument + 1) : []);
  const strings = args.strings.filter((one) =>
    form === 'list' ? one.argument >= argument : one.argument === argument,
  );
  return names.map((name) => ({
    name,
    place: strings.find((string) => string.text.includes(name)) ?? strings[0],
  }));
}

function withShell(names: string[]): string[] {
  return names.includes('sh') ? names : [...names, 'sh'];
}

/** What the program is called with; the first of its words is its own name. */
function wordsBehind(args: CallArguments, first: number): (string | undefined)[] {
  return args.values.slice(first + 1).map((_, i) => textOf(args, first + 1 + i));
}

/** The string literals of an argument in one text. */
function textOf({ strings }: CallArguments, argument: number): string | undefined {
  const own = strings.filter((one) => one.argument === argument);
  return own.length === 0 ? undefined : own.map(({ text }) => withoutEscapes(text)).join('');
}

/** The arguments of the system call itself, without its number. */
function withoutFirst(args: CallArguments): CallArguments {
  return {
    values: args.values.slice(1),
    constants: args.constants
      .filter(({ argument }) => argument > 0)
      .map((constant) => ({ ...constant, argument: constant.argument - 1 })),
    strings: [],
    callNumber: undefined,
  };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** The text that a literal of C stands for, as far as a command line needs it. */
function withoutEscapes(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, c: string) => ESCAPES[c] ?? c);
}
