/**
 * Arguments of a call in a macro's body, where parameters of the macro stand for what is given at its use.
 */
import type { Argument, CallArguments } from '../facts/fileFacts.js';

const UNKNOWN: Argument = { kind: 'unknown' };

/** In a macro's body by itself a parameter is an unknown value, and no constant. */
export function withoutParameters(args: CallArguments, parameters: readonly string[]): CallArguments {
  if (parameters.length === 0) return args;
  const { strings, callNumber } = args;
  const values = args.values.map((value) => (dependsOn(value, parameters) ? UNKNOWN : value));
  return { values, constants: ownConstants(args, parameters), strings, callNumber };
}

/**
 * The arguments at a use of the macro: an argument that is a parameter and nothing else is what the use gives for
 * it. What stands in the body is marked to stand elsewhere.
 * @param given arguments of the use, as far as they are known.
 */
export function argumentsAtUse(
  args: CallArguments,
  parameters: readonly string[],
  given: CallArguments | undefined,
): CallArguments {
  const values: Argument[] = [];
  const constants = ownConstants(args, parameters).map((one) => ({ ...one, elsewhere: true }));
  const strings = args.strings.map((one) => ({ ...one, elsewhere: true }));
  let callNumber = args.callNumber && { ...args.callNumber, elsewhere: true };
  for (const value of args.values) {
    if (value.kind !== 'parameter') {
      values.push(dependsOn(value, parameters) ? UNKNOWN : value);
      continue;
    }
    const first = value.index;
    const isRest = parameters[first] === '...';
    const last = isRest ? Number.POSITIVE_INFINITY : first;
    const moved = values.length - first;
    for (const one of given?.constants ?? []) {
      if (one.argument >= first && one.argument <= last)
        constants.push({ ...one, argument: one.argument + moved, elsewhere: one.elsewhere === true });
    }
    for (const one of given?.strings ?? []) {
      if (one.argument >= first && one.argument <= last)
        strings.push({ ...one, argument: one.argument + moved, elsewhere: one.elsewhere === true });
    }
    if (values.length === 0 && first === 0 && given?.callNumber) {
      callNumber = { ...given.callNumber, elsewhere: given.callNumber.elsewhere === true };
    }
    if (isRest && given) values.push(...given.values.slice(first));
    else values.push(given?.values[first] ?? UNKNOWN);
  }
  return { values, constants, strings, callNumber };
}

function dependsOn(value: Argument, parameters: readonly string[]): boolean {
  if (value.kind === 'parameter') return true;
  return 'names' in value && value.names.some((name) => parameters.includes(name));
}

function ownConstants(args: CallArguments, parameters: readonly string[]): CallArguments['constants'] {
  return args.constants.filter(({ name }) => !parameters.includes(name));
}
