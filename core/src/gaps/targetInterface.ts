/**
 * What the facts of a target say about a build for it.
 */
import { isForeignFunction, isForeignLibrary } from '../guards/otherSystems.js';
import type { TargetInterface } from '../guards/targetInterface.js';
import type { Knowledge, TargetInfo } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { constantsByName, functionsByWord } from './featureNames.js';
import { interfaceNames } from './interfaceNames.js';

/** Headers that a kernel gives out hold more than is listed. */
const OF_KERNEL = /^(?:linux|asm|asm-generic|drm|mtd|rdma|scsi|sound|video|xen)\//;

/** Functions that GCC and Clang have without a header. */
const BUILT_IN = /^__(?:sync|atomic|builtin)_/;

/** Macros, functions, headers and constants as a build for the target finds them. */
export function targetInterface(target: TargetSpec, knowledge: Knowledge): TargetInterface {
  const info = knowledge.targets.get(target.id);
  const names = interfaceNames(info);
  const systems = builtSystems(target, knowledge);
  const rules = info?.probes;
  const libraries = new Set(rules?.libraries);
  const alsoLinks = new Set(rules?.alsoLinks);
  const hasConstant = (name: string): boolean | undefined => {
    if (names.macros?.has(name)) return true;
    const ids = constantsByName(knowledge).get(name);
    const found = ids?.map((id) => exists(knowledge, target, id)) ?? [undefined];
    if (found.includes(true)) return true;
    return found.includes(undefined) ? isDefinedByHeaders(name, info?.constants) : false;
  };
  const hasName = (name: string): boolean | undefined => {
    if (!names.macros || !names.declared) return undefined;
    // Of names with two underscores only macros are listed.
    return names.declared.has(name) || names.macros.has(name) || (name.startsWith('__') ? undefined : false);
  };
  const declares = (name: string): boolean | undefined => {
    const isDeclared = hasName(name);
    // What no known system declares is somebody else's, or the program's own.
    return isDeclared !== false || isKnownElsewhere(name, knowledge) ? isDeclared : undefined;
  };
  const hasFunction = (name: string): boolean | undefined => {
    if (names.functions?.has(name)) return true;
    if (!names.functions) {
      const found = exists(knowledge, target, `function/${name}`);
      if (found === true || alsoLinks.has(name)) return true;
    }
    return isKnownElsewhere(name, knowledge) || isForeignFunction(name, systems) ? false : undefined;
  };
  return {
    macros: info?.predefines.macros ?? {},
    undefined: info?.predefines.undefined ?? [],
    systems,
    runsProbes: rules?.runs ?? false,
    isFunction: (name) => isFunction(name, knowledge),
    hasFunction,
    calls: (name) => {
      if (BUILT_IN.test(name)) return true;
      const isDeclared = declares(name);
      if (isDeclared !== true || hasConstant(name)) return isDeclared;
      return hasFunction(name) !== false;
    },
    hasFacility: (word) => hasFacility(knowledge, word, hasFunction),
    hasHeader: (header) => {
      if (names.headers?.has(header)) return true;
      const found = exists(knowledge, target, `header/${header}`);
      return found ?? (names.headers && isHeaderElsewhere(header, knowledge) ? false : undefined);
    },
    knowsHeader: (header) => names.headers?.has(header) === true && !OF_KERNEL.test(header),
    declares,
    hasMember: (member) => {
      const [tag, name] = member.split('.');
      return hasName(tag) === true ? hasName(name) : declares(tag);
    },
    hasConstant,
    lacksConstant: (name) =>
      names.macros?.has(name) === false && IN_PARTS.test(name) && isMacroElsewhere(name, knowledge),
    valueOfConstant: (name) => info?.constants?.macros[name],
    lacksReserved: (name) => names.macros !== undefined && !names.macros.has(name),
    hasLibrary: (name) => libraries.has(name) || (isForeignLibrary(name, systems) ? false : undefined),
  };
}

/** Words for operating systems in paths (see `pathRole`) whose code a build for the target takes. */
export function builtSystems(target: TargetSpec, knowledge: Knowledge): ReadonlySet<string> {
  const macros = knowledge.targets.get(target.id)?.predefines.macros ?? {};
  const systems = new Set<string>();
  if ('__unix__' in macros) systems.add('unix');
  if ('__linux__' in macros) systems.add('linux');
  if ('__NetBSD__' in macros) systems.add('netbsd').add('bsd');
  return systems;
}

/** What the list of the headers' constants says; it is complete for some beginnings of names. */
function isDefinedByHeaders(name: string, constants: TargetInfo['constants']): boolean | undefined {
  if (!constants) return undefined;
  if (Object.hasOwn(constants.macros, name)) return true;
  return constants.complete.some((prefix) => name.startsWith(prefix)) ? false : undefined;
}

/**
 * Whether a build finds the feature. What is missing only when it is called is there for a configure script:
 * programs for OSv are compiled and linked against the C library of a Linux host.
 */
function exists(knowledge: Knowledge, target: TargetSpec, id: string): boolean | undefined {
  const statement = knowledge.statement(target, id);
  if (!statement) return undefined;
  return statement.cases.some(
    ({ behaviour, at }) => behaviour !== 'missing' || (at !== 'compile' && at !== 'link'),
  );
}

/** Whether a name is a function of some system. */
function isFunction(name: string, knowledge: Knowledge): boolean {
  if (knowledge.features.has(`function/${name}`)) return true;
  for (const info of knowledge.targets.values()) {
    if (interfaceNames(info).functions?.has(name)) return true;
  }
  return false;
}

/** `F_GETSIG`: no name that a project would give an option of its own by accident. */
const IN_PARTS = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

function isMacroElsewhere(name: string, knowledge: Knowledge): boolean {
  if (constantsByName(knowledge).has(name)) return true;
  for (const info of knowledge.targets.values()) if (interfaceNames(info).macros?.has(name)) return true;
  return false;
}

/** Whether another platform has a header. */
function isHeaderElsewhere(header: string, knowledge: Knowledge): boolean {
  for (const info of knowledge.targets.values()) if (interfaceNames(info).headers?.has(header)) return true;
  return false;
}

/** Whether some system has a function, type, member or constant of this name. */
function isKnownElsewhere(name: string, knowledge: Knowledge): boolean {
  if (isFunction(name, knowledge) || constantsByName(knowledge).has(name)) return true;
  for (const info of knowledge.targets.values()) {
    const { macros, declared } = interfaceNames(info);
    if (macros?.has(name) || declared?.has(name)) return true;
  }
  return false;
}

/** `HAVE_EPOLL` stands for functions that begin so: it is there if one of them is. */
function hasFacility(
  knowledge: Knowledge,
  word: string,
  hasFunction: (name: string) => boolean | undefined,
): boolean | undefined {
  const found = functionsByWord(knowledge).get(word)?.map(hasFunction);
  if (!found) return undefined;
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
}
