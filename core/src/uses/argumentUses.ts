/**
 * Uses that the arguments of a call name: constants, signals, call numbers, programs.
 */
import type { CallArguments, Place } from '../facts/fileFacts.js';
import { FLAG_SCOPES, PROGRAM_ARGUMENT, SIGNAL_ARGUMENT } from './argumentScopes.js';
import type { Catalogue } from './catalogue.js';
import { programsOf } from './shellCommand.js';
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
      through: call.through,
      macros: call.macros,
      arguments: undefined as CallArguments | undefined,
      call: call.start,
      tags: call.tags,
      systems: call.systems,
    };
    uses.push(use);
    return use;
  };
  const scope = FLAG_SCOPES[call.symbol];
  for (const constant of args.constants) {
    const { name, written = name } = constant;
    const flag = scope === undefined ? undefined : catalogue.flag(scope, name);
    if (flag) add('flag', flag, written, name, constant);
    if (SIGNAL_ARGUMENT[call.symbol] === constant.argument)
      add('signal', `signal/${name}`, written, name, constant);
  }
  if (call.symbol === 'syscall' && args.callNumber) {
    const { name } = args.callNumber;
    const systemCall = /^(?:SYS_|__NR_)(\w+)$/.exec(name)?.[1];
    if (systemCall !== undefined) {
      const use = add('syscall', `syscall/${systemCall}`, name, systemCall, args.callNumber);
      if (use) Object.assign(use, { arguments: withoutFirst(args) });
    }
  }
  for (const { name, place } of programsIn(call.symbol, args)) {
    add('command', `command/${name}`, name, name, place);
  }
  return uses;
}

/** Programs that a call starts, the shell that reads its command among them. */
function programsIn(call: string, args: CallArguments): { name: string; place: Place }[] {
  const program = PROGRAM_ARGUMENT[call];
  const strings = args.strings.filter(({ argument }) => argument === program?.argument);
  if (!program || strings.length === 0) return [];
  const text = strings.map((string) => withoutEscapes(string.text)).join('');
  if (program.form !== 'shell') return [{ name: text.slice(text.lastIndexOf('/') + 1), place: strings[0] }];
  const named = programsOf(text).map(({ name }) => ({
    name,
    place: strings.find((string) => string.text.includes(name)) ?? strings[0],
  }));
  return named.some(({ name }) => name === 'sh') ? named : [...named, { name: 'sh', place: strings[0] }];
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

function withoutEscapes(text: string): string {
  return text.replace(/\\(["'\\])/g, '$1').replace(/\\[nt]/g, ' ');
}
