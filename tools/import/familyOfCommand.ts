/**
 * Families of commands: the list of commands names them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../generate/projectRoot.js';

interface CommandList {
  readonly commands: Readonly<Record<string, { readonly family: string }>>;
}

const LIST = JSON.parse(readFileSync(join(PROJECT_ROOT, 'data/commands.json'), 'utf8')) as CommandList;

/** Names of all listed commands. */
export const COMMAND_NAMES: readonly string[] = Object.keys(LIST.commands);

/** Family of a command; one that is not listed is a helper program like any other. */
export function familyOfCommand(name: string): string {
  return Object.hasOwn(LIST.commands, name) ? LIST.commands[name].family : 'helper-programs';
}
