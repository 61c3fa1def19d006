/**
 * Gives every feature its family. The families themselves, with what a gap in one costs, are in `data/families.json`.
 */
import { familyOfHeader } from './familiesByHeader.js';
import { familyOfName, plainName } from './familiesByName.js';
import { familyOfForm, familyOfGroup } from './familiesByPattern.js';
import { familyOfCommand } from './familyOfCommand.js';
import { familyOfFlag } from './familyOfFlag.js';
import { familyOfPath } from './familyOfPath.js';

const FAMILY_OF_TRAIT: Readonly<Record<string, string>> = {
  'clock-loss': 'time',
  'core-dump': 'debugging',
  'default-thread-stack': 'threads',
  'full-memory-file-system': 'files',
  'hidden-symbols': 'dynamic-loading',
  'missing-data-symbol': 'dynamic-loading',
  'missing-function': 'dynamic-loading',
  'missing-symbol-address': 'dynamic-loading',
  'privilege-drop': 'privileges',
  'program-end': 'program-end',
  'unimplemented-syscall': 'runtime-support',
};

const FAMILY_OF_PRACTICE: Readonly<Record<string, string>> = {
  'small-backlog': 'network',
};

/** Family of a feature, a key of `data/families.json`. `header` is the one that declares it, if it is known. */
export function familyOf(id: string, header: string | undefined): string {
  const slash = id.indexOf('/');
  const name = id.slice(slash + 1);
  switch (id.slice(0, slash)) {
    case 'function':
    case 'syscall':
      return familyOfCall(name, header);
    case 'header':
      return familyOfHeader(name) ?? 'library';
    case 'flag':
      return familyOfFlag(name) ?? 'runtime-support';
    case 'path':
      return familyOfPath(name);
    case 'signal':
      return 'signals';
    case 'command':
      return familyOfCommand(name);
    case 'probe':
      return 'debugging';
    case 'practice':
      return FAMILY_OF_PRACTICE[name] ?? 'system-information';
    case 'trait':
      return FAMILY_OF_TRAIT[name] ?? 'errors';
  }
  return 'library';
}

/** A listed name counts most, then the header, then the form of the name; what is left is for compilers and the C library. */
function familyOfCall(name: string, header: string | undefined): string {
  const plain = plainName(name);
  return (
    familyOfName(name) ??
    familyOfGroup(plain) ??
    (header === undefined ? undefined : familyOfHeader(header)) ??
    familyOfForm(name, plain) ??
    'runtime-support'
  );
}
