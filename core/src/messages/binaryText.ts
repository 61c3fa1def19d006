/**
 * What is said of binaries besides their gaps: what each of them is, and what their imports do not tell.
 */
import { machineText } from '../binaries/importUses.js';
import type { ReadBinaryFile } from '../binaries/programBinaries.js';
import { loadsBinaries, providesLibrary } from '../gaps/importStatement.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { countText } from './scanText.js';

/** More names than this do not fit into a sentence. */
const NAMES_SHOWN = 6;

/** What a binary is and what it asks for, in one line without its path. */
export function binaryText(file: ReadBinaryFile): string {
  const what = `${kindText(file)} for ${machineText(file)}`;
  if (file.isPlatform) return `${what}: a part of the C library of Linux, not of the program; not judged`;
  const { platform, own, unread } = file.imports;
  const parts = [
    `imports ${countText(platform, 'symbol')} of the platform`,
    ...(own > 0 ? [`${own.toLocaleString('en')} of the other binaries`] : []),
    ...(unread > 0 ? [`${unread.toLocaleString('en')} of what was not read`] : []),
  ];
  const imports = file.isStatic ? 'imports nothing' : parts.join(', ');
  const libraries = file.needed.length > 0 ? `; needs ${namesText(file.needed)}` : '';
  const calls = file.systemCalls ? `; ${callsText(file.systemCalls)}` : '';
  return `${what}; ${imports}${libraries}${calls}`;
}

/** What the imports do not tell of the program on a target, a sentence each. */
export function binaryRemarks(
  files: readonly ReadBinaryFile[],
  target: TargetSpec,
  knowledge: Knowledge,
): string[] {
  const own = files.filter((file) => !file.isPlatform);
  if (own.length === 0) return [];
  if (!loadsBinaries(target, knowledge)) {
    return ['a binary for Linux does not run here: what it imports is at most what its source needs'];
  }
  const unread = [...new Set(own.flatMap((file) => file.unreadLibraries))];
  const toBring = unread.filter((name) => !providesLibrary(target, name, knowledge));
  const open = unread.filter((name) => isOpen(target, name, knowledge));
  const isStatic = own.filter((file) => file.isStatic);
  const calling = own.filter((file) => !file.isStatic && file.systemCalls);
  const calls = calling.reduce((sum, file) => sum + (file.systemCalls ?? 0), 0);
  return [
    ...(toBring.length > 0
      ? [`to be put into the image: ${namesText(toBring)}; their own imports were not read`]
      : []),
    ...(open.length > 0 ? [`brings ${namesText(open)} itself; their symbols were not compared`] : []),
    ...(isStatic.length > 0
      ? [
          `linked statically: ${pathsText(isStatic)}; imports do not tell which system calls are made: take the verdict as a lower bound`,
        ]
      : []),
    ...(calls > 0
      ? [`${callsText(calls)} in ${pathsText(calling)}: imports do not tell what those ask for`]
      : []),
  ];
}

function kindText({ kind, isStatic, members }: ReadBinaryFile): string {
  const linked = isStatic ? 'static ' : '';
  switch (kind) {
    case 'executable':
      return `${linked}program at fixed addresses`;
    case 'pie':
      return `${linked}position-independent program`;
    case 'shared-object':
      return 'shared object';
    case 'object':
      return 'object file';
    case 'archive':
      return `archive of ${countText(members, 'object file')}`;
  }
}

function callsText(count: number): string {
  return `the bytes of ${countText(count, 'system-call instruction')}`;
}

function isOpen(target: TargetSpec, name: string, knowledge: Knowledge): boolean {
  const isListed = knowledge.targets.get(target.id)?.libraries[name]?.isOpen !== true;
  return !isListed && providesLibrary(target, name, knowledge);
}

function pathsText(files: readonly ReadBinaryFile[]): string {
  return namesText(files.map(({ path }) => path));
}

function namesText(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return names.slice(0, NAMES_SHOWN).join(', ') + more;
}
