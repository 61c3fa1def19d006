/**
 * What the facts of a target say about the preprocessor of a program built for it.
 */
import type { TargetMacros } from '../guards/targetEnvironment.js';
import type { Knowledge, TargetInfo } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';

/** Macros, functions, headers and constants as a build for the target finds them. */
export function targetMacros(target: TargetSpec, knowledge: Knowledge): TargetMacros {
  const info = knowledge.targets.get(target.id);
  const constants = constantsByName(knowledge);
  return {
    macros: info?.predefines.macros ?? {},
    undefined: info?.predefines.undefined ?? [],
    systems: builtSystems(target, knowledge),
    hasFunction: (name) => hasFunction(knowledge, target, name) ?? hasFacility(knowledge, target, name),
    hasHeader: (header) => exists(knowledge, target, `header/${header}`),
    hasConstant: (name) => {
      const found = constants.get(name)?.map((id) => exists(knowledge, target, id)) ?? [undefined];
      if (found.includes(true)) return true;
      return found.includes(undefined) ? isDefinedByHeaders(name, info?.constants) : false;
    },
    valueOfConstant: (name) => info?.constants?.macros[name],
  };
}

/** What the list of the headers' constants says; it is complete for some beginnings of names. */
function isDefinedByHeaders(name: string, constants: TargetInfo['constants']): boolean | undefined {
  if (!constants) return undefined;
  if (Object.hasOwn(constants.macros, name)) return true;
  return constants.complete.some((prefix) => name.startsWith(prefix)) ? false : undefined;
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

/**
 * Whether a build finds the feature. What is missing only when it is called is there for a configure script:
 * programs for OSv are compiled and linked against the C library of a Linux host.
 */
function exists(knowledge: Knowledge, target: TargetSpec, id: string): boolean | undefined {
  const statement = knowledge.statement(target, id);
  if (!statement) return undefined;
  const last = statement.cases.at(-1);
  return !(last?.behaviour === 'missing' && (last.at === 'compile' || last.at === 'link'));
}

/** A function that only other systems have is not there, if the list of functions is complete. */
function hasFunction(knowledge: Knowledge, target: TargetSpec, name: string): boolean | undefined {
  const id = `function/${name}`;
  const found = exists(knowledge, target, id);
  if (found !== undefined || !knowledge.features.has(id)) return found;
  return knowledge.targets.get(target.id)?.complete.includes('function') ? false : undefined;
}

/** `HAVE_EPOLL` stands for functions that begin so: it is there if one of them is. */
function hasFacility(knowledge: Knowledge, target: TargetSpec, name: string): boolean | undefined {
  const members = facilities(knowledge).get(name);
  if (!members) return undefined;
  const found = members.map((id) => exists(knowledge, target, id));
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
}

const facilityCache = new WeakMap<Knowledge, Map<string, string[]>>();

/** Functions by the first word of their name. */
function facilities(knowledge: Knowledge): Map<string, string[]> {
  const known = facilityCache.get(knowledge);
  if (known) return known;
  const result = new Map<string, string[]>();
  for (const feature of knowledge.features.values()) {
    const word = feature.kind === 'function' ? /^([a-z]\w*?)_/.exec(feature.name)?.[1] : undefined;
    if (word === undefined || word.length < 4) continue;
    const list = result.get(word);
    if (list) list.push(feature.id);
    else result.set(word, [feature.id]);
  }
  facilityCache.set(knowledge, result);
  return result;
}

const cache = new WeakMap<Knowledge, Map<string, string[]>>();

function constantsByName(knowledge: Knowledge): Map<string, string[]> {
  const known = cache.get(knowledge);
  if (known) return known;
  const constants = new Map<string, string[]>();
  for (const feature of knowledge.features.values()) {
    if (feature.kind !== 'flag' && feature.kind !== 'signal') continue;
    const ids = constants.get(feature.name);
    if (ids) ids.push(feature.id);
    else constants.set(feature.name, [feature.id]);
  }
  cache.set(knowledge, constants);
  return constants;
}
