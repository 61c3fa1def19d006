/**
 * Ids are well formed, and everything that is said is said of a feature that is listed.
 */
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';
import { eachSubstitute } from './eachSubstitute.js';

const IDENTIFIER = '[A-Za-z_][A-Za-z0-9_]*';
const KEBAB = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

const FORM: Readonly<Record<string, RegExp>> = {
  function: new RegExp(`^${IDENTIFIER}$`),
  syscall: new RegExp(`^${IDENTIFIER}$`),
  header: /^[\w.+-]+(\/[\w.+-]+)*$/,
  flag: new RegExp(`^${IDENTIFIER}/${IDENTIFIER}$`),
  path: /^[\w.*:[\]-]+(\/[\w.*:[\]-]+)*$/,
  signal: /^SIG[A-Z0-9]+$/,
  command: /^[\w.+-]+$/,
  probe: new RegExp(`^${KEBAB}$`),
  practice: new RegExp(`^${KEBAB}$`),
  trait: new RegExp(`^${KEBAB}$`),
};

/** Ids of no known form, and ids that features.json lacks. */
export function checkIds(data: Data): string[] {
  const { features } = data.features;
  const known = new Set(Object.keys(features));
  const problems = [...known].filter((id) => !isWellFormed(id)).map((id) => `features.json: ${id} is no id`);
  for (const [id, { related = [] }] of Object.entries(features)) {
    for (const other of related) {
      if (!known.has(other))
        problems.push(`features.json: ${id} is related to ${other}, which is not listed`);
    }
  }
  for (const { place, id } of eachStatement(data)) {
    if (!known.has(id)) problems.push(`${place}: features.json does not list it`);
  }
  for (const [name, calls] of Object.entries(data.relations.functions)) {
    if (!known.has(`function/${name}`)) problems.push(`relations.json: function ${name} is not listed`);
    for (const call of calls) {
      const plain = call.replace(/\(\)$/, '');
      if (!known.has(`syscall/${plain}`)) problems.push(`relations.json: system call ${plain} is not listed`);
    }
  }
  for (const [symbol, names] of Object.entries(data.symbols.interfaces)) {
    for (const name of [symbol, ...names]) {
      if (!known.has(`function/${name}`)) problems.push(`symbols.json: function ${name} is not listed`);
    }
  }
  problems.push(...commandProblems(data));
  for (const { place, id, isKnownTarget } of eachSubstitute(data)) {
    if (!known.has(id)) problems.push(`${place}: features.json does not list it`);
    if (!isKnownTarget) problems.push(`${place}: there is no such target`);
  }
  return problems;
}

/** Programs and features of the kind `command` are the same, and of the same families. */
function commandProblems(data: Data): string[] {
  const { features } = data.features;
  const { commands } = data.commands;
  const problems: string[] = [];
  for (const [name, { family }] of Object.entries(commands)) {
    const feature = features[`command/${name}`];
    if (!feature) problems.push(`commands.json: features.json does not list ${name}`);
    else if (feature.family !== family)
      problems.push(`commands.json: ${name} is of ${family} here and of ${feature.family} in features.json`);
  }
  for (const id of Object.keys(features)) {
    const name = id.slice('command/'.length);
    if (id.startsWith('command/') && !Object.hasOwn(commands, name))
      problems.push(`features.json: commands.json does not list ${name}`);
  }
  return problems;
}

function isWellFormed(id: string): boolean {
  const slash = id.indexOf('/');
  return FORM[id.slice(0, slash)]?.test(id.slice(slash + 1)) ?? false;
}
