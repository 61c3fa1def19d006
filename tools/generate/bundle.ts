/**
 * Makes the shipped bundle out of the data.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  BUNDLE_FORMAT,
  type Bundle,
  type BundleTarget,
  encodePlatforms,
  encodeReplacements,
  encodeServers,
  encodeStatements,
  encodeSubstitutes,
  type Platforms,
  type Substitutes,
} from '#core/knowledge/bundle.js';
import type { TargetInfo } from '#core/knowledge/knowledge.js';
import type {
  BuildInterface,
  FeatureKind,
  HeaderConstants,
  ProbeRules,
  Statement,
  TargetFile,
} from '#core/knowledge/schema.generated.js';
import { type Data, readData, statementsOf } from './readData.js';
import { settingFeatures, withSettings } from './settings.js';

interface TargetData {
  readonly file: TargetFile;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly constants: HeaderConstants | undefined;
  readonly interface: BuildInterface | undefined;
  readonly exports: readonly string[];
  readonly substitutes: Substitutes;
}

/** Writes the bundle. Returns its size in bytes. */
export async function buildBundle(outFile: string): Promise<number> {
  const text = bundleText(await readData());
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, text);
  return Buffer.byteLength(text);
}

/** Text of the bundle for this data; throws where a statement is about a feature that is not listed. */
export function bundleText(data: Data): string {
  const entries = [...Object.entries(data.features.features), ...settingFeatures(data)];
  const families = Object.keys(data.families);
  const headers = new NumberedTexts();
  const standards = new NumberedTexts();
  const slugs = new NumberedTexts();
  const familyNumber = (id: string, family: string): number => {
    const number = families.indexOf(family);
    if (number < 0) throw new Error(`${id} is of the family ${family}, which does not exist`);
    return number;
  };
  const ids = entries.map(([id]) => id);
  const targets = [...data.curated.values()].map(
    (file): TargetData => ({
      file,
      statements: allStatements(data, file),
      constants: file.constants ?? data.extracted.get(file.id)?.constants,
      interface: file.interface ?? data.extracted.get(file.id)?.interface,
      exports: (file.exports ?? data.extracted.get(file.id)?.exports)?.symbols ?? [],
      substitutes: substitutesOf(data, file.id),
    }),
  );
  const bundle: Bundle = {
    format: BUNDLE_FORMAT,
    families: Object.entries(data.families).map(([id, one]) => [
      id,
      one.title,
      one.harm,
      one.effort,
      one.summary,
    ]),
    ids: ids.join('\n'),
    familyOf: entries.map(([id, one]) => familyNumber(id, one.family)),
    headerOf: entries.map(([, one]) => (one.header === undefined ? -1 : headers.number(one.header))),
    standardsOf: entries.map(([, one]) => (one.standards ? standards.number(one.standards.join(' ')) : -1)),
    noteOf: entries.map(([, one]) => (one.note === undefined ? -1 : slugs.number(one.note))),
    differences: ids.map((id) => String(differenceOf(id, targets))).join(''),
    headers: headers.texts,
    standards: standards.texts.map((text) => text.split(' ')),
    slugs: slugs.texts,
    notes: Object.fromEntries(data.notes),
    relations: Object.entries(data.relations.functions)
      .map(([name, calls]) => [name, ...calls].join(' '))
      .join('\n'),
    interfaces: Object.entries(data.symbols.interfaces)
      .map(([symbol, names]) => [symbol, ...names].join(' '))
      .join('\n'),
    systemLibraries: data.symbols.systemLibraries,
    facilities: Object.entries(data.facilities.facilities).map(([id, one]) => ({
      id,
      ...one,
      features: one.features.flatMap((feature) => [feature, ...pathsBelow(feature, ids)]),
    })),
    replacements: encodeReplacements(data.replacements.replacements),
    servers: encodeServers(data.servers),
    platforms: encodePlatforms(platformsOf(data)),
    essay: data.essay,
    targets: targets.map((one) => bundleTarget(one, ids, data)),
  };
  return JSON.stringify(bundle);
}

function allStatements(data: Data, file: TargetFile): TargetData['statements'] {
  const statements = statementsOf(data, file.id);
  return withSettings(statements, data, file, (kind) => missingStatement(kind as FeatureKind, statements));
}

/** A path stands for all that is known below it. */
function pathsBelow(feature: string, ids: readonly string[]): string[] {
  return feature.startsWith('path/') ? ids.filter((id) => id.startsWith(`${feature}/`)) : [];
}

/** See `Bundle.differences`. */
function differenceOf(id: string, targets: readonly TargetData[]): number {
  const kind = id.slice(0, id.indexOf('/')) as FeatureKind;
  let differs = false;
  let byArguments = false;
  for (const { file, statements: all } of targets) {
    const statements = all.get(id);
    const cases = statements?.flatMap((one) => one.cases) ?? [];
    if (!statements && file.complete?.includes(kind)) differs = true;
    if (cases.some((one) => one.behaviour !== 'supported')) differs = true;
    if (cases.some((one) => one.when !== undefined)) byArguments = true;
  }
  return (differs ? 1 : 0) + (byArguments ? 2 : 0);
}

function bundleTarget(
  { file, statements, constants, interface: names, exports, substitutes }: TargetData,
  ids: readonly string[],
  data: Data,
): BundleTarget {
  const known = new Set(ids);
  for (const id of [...statements.keys(), ...Object.keys(substitutes)]) {
    if (!known.has(id))
      throw new Error(`${file.id} has a statement for ${id}, which is not in features.json`);
  }
  const texts = new NumberedTexts();
  const lists = new NumberedTexts();
  const listNumber = (list: readonly Statement[]): number =>
    lists.number(encodeStatements(list, (text) => texts.number(text)));
  const listOf = ids.map((id) => {
    const list = statements.get(id);
    return list ? listNumber(list) : -1;
  });
  const absent = Object.fromEntries(
    (file.complete ?? []).map((kind) => [kind, listNumber([missingStatement(kind, statements)])]),
  );
  return {
    info: infoOf(file, constants, names, exports, citedRepositories(substitutes, data)),
    texts: texts.texts,
    lists: lists.texts,
    listOf,
    absent,
    substitutes: encodeSubstitutes(substitutes),
  };
}

/** Substitutes on a target, by feature. */
function substitutesOf({ debugging }: Data, target: string): Substitutes {
  return Object.fromEntries(
    Object.entries(debugging.facilities).flatMap(([id, byTarget]) =>
      Object.hasOwn(byTarget, target) ? [[id, byTarget[target]]] : [],
    ),
  );
}

/** Platforms that are no targets yet: what they have for debugging is known. */
function platformsOf(data: Data): Platforms {
  return Object.fromEntries(
    Object.entries(data.debugging.platforms ?? {}).map(([id, name]) => [
      id,
      { name, substitutes: substitutesOf(data, id) },
    ]),
  );
}

/** Repositories of debugging.json that evidence of these points into. */
function citedRepositories(substitutes: Substitutes, { debugging }: Data): TargetInfo['repositories'] {
  const cited = new Set(Object.values(substitutes).flatMap((one) => one.evidence.map((e) => e.repository)));
  return Object.fromEntries(Object.entries(debugging.repositories ?? {}).filter(([key]) => cited.has(key)));
}

/** The commonest way in which something of a kind is missing stands for all that is not listed. */
function missingStatement(
  kind: FeatureKind,
  statements: ReadonlyMap<string, readonly Statement[]>,
): Statement {
  const counts = new Map<string, number>();
  for (const [id, list] of statements) {
    const [{ cases, note, evidence, since, until, option }] = list;
    const plain = since === undefined && until === undefined && option === undefined;
    const absent = evidence.some((one) => 'absent' in one);
    if (!plain || !absent || cases[0].behaviour !== 'missing' || !id.startsWith(`${kind}/`)) continue;
    const text = JSON.stringify({ cases, note, evidence });
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((one, other) => other[1] - one[1]);
  if (!commonest) throw new Error(`nothing shows how a ${kind} that is not listed is missing`);
  return JSON.parse(commonest[0]) as Statement;
}

function infoOf(
  file: TargetFile,
  constants: HeaderConstants | undefined,
  names: BuildInterface | undefined,
  exports: readonly string[],
  cited: TargetInfo['repositories'],
): TargetInfo {
  const { id, name, summary, repositories, versions, options, predefines, probes, hostBuild, complete } =
    file;
  const { libraries } = file;
  if (!name || !summary || !repositories || !versions || !predefines || !hostBuild) {
    throw new Error(`${id} lacks its name, summary, repositories, versions, predefines or hostBuild`);
  }
  return {
    id,
    name,
    summary,
    repositories: { ...repositories, ...cited },
    versions,
    options: options ?? {},
    predefines,
    hostBuild,
    ...(file.debugger ? { debugger: file.debugger } : {}),
    ...(constants ? { constants: { complete: constants.complete, macros: constants.macros } } : {}),
    ...(names ? { interface: interfaceOf(names) } : {}),
    ...(probes ? { probes: rulesOf(probes) } : {}),
    complete: complete ?? [],
    libraries: libraries ?? {},
    exports,
  };
}

function interfaceOf({ source, ...names }: BuildInterface): TargetInfo['interface'] {
  return names;
}

function rulesOf({ evidence, ...rules }: ProbeRules): TargetInfo['probes'] {
  return rules;
}

/** Texts, each stored once, by number. */
class NumberedTexts {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }
}
