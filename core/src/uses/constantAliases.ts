/**
 * Constants under names of the program's own: `#define MY_FLAGS (MAP_PRIVATE | MAP_HUGETLB)`.
 */
import type { CallArguments } from '../facts/fileFacts.js';

/**
 * Arguments with the constants that names in them stand for.
 * @param constantsOf the constants that a name stands for, if it is not one itself.
 */
export function withoutAliases(
  args: CallArguments,
  constantsOf: (name: string) => readonly string[] | undefined,
): CallArguments {
  let aliases: Map<string, readonly string[]> | undefined;
  for (const { name } of args.constants) {
    const constants = constantsOf(name);
    if (!constants) continue;
    aliases ??= new Map();
    aliases.set(name, constants);
  }
  if (!aliases) return args;
  const known = aliases;
  const { strings, callNumber } = args;
  return {
    values: args.values.map((value) =>
      'names' in value
        ? { ...value, names: value.names.flatMap((name) => known.get(name) ?? [name]) }
        : value,
    ),
    constants: args.constants.flatMap((one) =>
      (known.get(one.name) ?? [one.name]).map((name) => ({
        ...one,
        name,
        written: one.written ?? one.name,
      })),
    ),
    strings,
    callNumber,
  };
}
