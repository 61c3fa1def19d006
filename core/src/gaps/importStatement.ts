/**
 * What a target does for a symbol that a binary imports. The statement about the exact symbol counts first: a target
 * may have a function and lack the name by which a binary asks for it.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Statement } from '../knowledge/schema.generated.js';
import { holdsFor, type TargetSpec } from '../knowledge/targetSpec.js';
import type { SymbolImport, Use } from '../uses/use.js';

const LINUX_BINARY = 'trait/linux-binary';

/** Whether the target loads binaries for Linux as they are, so that their imports are what it has to offer. */
export function loadsBinaries(target: TargetSpec, knowledge: Knowledge): boolean {
  const statement = knowledge.statement(target, LINUX_BINARY);
  return statement?.cases.every(({ behaviour }) => behaviour === 'supported') ?? false;
}

/** Whether the target has a library of that name itself, and uses it. */
export function providesLibrary(target: TargetSpec, name: string, knowledge: Knowledge): boolean {
  if (bringsLibrary(target, knowledge)) return false;
  const info = knowledge.targets.get(target.id);
  const library = info && Object.hasOwn(info.libraries, name) ? info.libraries[name] : undefined;
  return info !== undefined && library !== undefined && holdsFor(info, target.version, library);
}

/**
 * The statement that holds at a use, or undefined where nothing is known. `not-asked` for a symbol that the target
 * need not have: one that comes with the program there, or that no source asks for.
 */
export function statementAt(
  use: Use,
  target: TargetSpec,
  knowledge: Knowledge,
): Statement | 'not-asked' | undefined {
  const known = knowledge.statement(target, use.feature);
  if (!use.imported) {
    const isForm = use.kind === 'binary' && use.feature !== LINUX_BINARY;
    return isForm && !loadsBinaries(target, knowledge) ? 'not-asked' : known;
  }
  const isListed = knowledge.features.get(use.feature)?.kind === 'function';
  if (!loadsBinaries(target, knowledge) || bringsLibrary(target, knowledge)) {
    return isListed && knowledge.interfacesOf(use.name).length > 0 ? known : 'not-asked';
  }
  const statement = isListed
    ? exactStatement(use.imported, known, target, knowledge)
    : unlistedStatement(use.imported, known, target, knowledge);
  if (statement === 'not-asked' || !use.imported.isWeak || !isMissing(statement)) return statement;
  return 'not-asked'; // the program asks whether the address is null
}

/** Whether the C library comes with the program there: it has all functions, and makes system calls. */
function bringsLibrary(target: TargetSpec, knowledge: Knowledge): boolean {
  const options = knowledge.targets.get(target.id)?.options ?? {};
  return target.options.some((option) => options[option]?.throughSystemCalls);
}

/**
 * Whether the name exists is answered by the statement about it, what the function does by that about the function.
 * @param known the statement about the function that source calls.
 */
function exactStatement(
  { exact }: SymbolImport,
  known: Statement | undefined,
  target: TargetSpec,
  knowledge: Knowledge,
): Statement | undefined {
  const statement = exact === undefined ? undefined : knowledge.statement(target, exact);
  return statement && (isMissing(statement) || isMissing(known)) ? statement : known;
}

/** A symbol that nobody listed is missing, if its library is the target's own and all that it has is listed. */
function unlistedStatement(
  { library }: SymbolImport,
  missing: Statement | undefined,
  target: TargetSpec,
  knowledge: Knowledge,
): Statement | 'not-asked' | undefined {
  if (library !== undefined && !providesLibrary(target, library, knowledge)) return 'not-asked';
  const isComplete = knowledge.targets.get(target.id)?.complete.includes('function') ?? false;
  return isComplete ? missing : undefined;
}

function isMissing(statement: Statement | undefined): boolean {
  return statement?.cases.some((one) => !one.when && one.behaviour === 'missing') ?? false;
}
