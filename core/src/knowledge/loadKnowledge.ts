/**
 * Reads the shipped bundle. The names of features are taken apart at once, since every scan needs them; all else
 * waits until it is asked for.
 */
import type { Server } from '../servers/server.js';
import {
  BUNDLE_FORMAT,
  type Bundle,
  decodePlatforms,
  decodeReplacements,
  decodeServers,
  type Replacements,
} from './bundle.js';
import { BundledFeature } from './bundledFeature.js';
import type { Family, Knowledge, Platform, TargetInfo } from './knowledge.js';
import type { Effort, Harm, Repository, Statement } from './schema.generated.js';
import type { TargetSpec } from './targetSpec.js';
import { TargetStatements } from './targetStatements.js';

/** What a bundle holds; throws where the text is no bundle of this format. */
export function loadKnowledge(text: string): Knowledge {
  const bundle = JSON.parse(text) as Bundle;
  if (bundle.format !== BUNDLE_FORMAT) throw new Error(`knowledge of format ${bundle.format} cannot be read`);
  const features = new Map<string, BundledFeature>();
  for (const id of bundle.ids.split('\n')) features.set(id, new BundledFeature(id, features.size, bundle));
  const callsOf = wordsByFirst(bundle.relations);
  const interfacesOf = wordsByFirst(bundle.interfaces);
  const targets = new Map<string, TargetInfo>(bundle.targets.map((one) => [one.info.id, one.info]));
  const statements = new Map(
    bundle.targets.map((one) => [one.info.id, new TargetStatements(one, features, callsOf)]),
  );
  let replacements: Replacements | undefined;
  let platforms: ReadonlyMap<string, Platform> | undefined;
  let servers: ReturnType<typeof serversOf> | undefined;
  const facilities = new Map(bundle.facilities.map((one) => [one.id, one]));
  const facilityOf = new Map(
    bundle.facilities.flatMap((one) => one.features.map((id) => [id, one] as const)),
  );
  const difference = (featureId: string): number => {
    const feature = features.get(featureId);
    return feature ? Number(bundle.differences[feature.number]) : 0;
  };
  return {
    features,
    families: new Map(bundle.families.map((one) => [one[0], familyOf(one)])),
    targets,
    statement(target: TargetSpec, featureId: string): Statement | undefined {
      const feature = features.get(featureId);
      return feature && statements.get(target.id)?.holding(target, feature);
    },
    statements(targetId: string, featureId: string): readonly Statement[] {
      const feature = features.get(featureId);
      return (feature && statements.get(targetId)?.all(feature)) ?? [];
    },
    differs: (featureId) => (difference(featureId) & 1) !== 0,
    dependsOnArguments: (featureId) => (difference(featureId) & 2) !== 0,
    substitute(targetId, featureId) {
      const target = statements.get(targetId);
      const own = target?.substitute(featureId);
      const first = own ? undefined : facilityOf.get(featureId)?.features[0];
      return first === undefined ? own : target?.substitute(first);
    },
    facilities,
    operated: new Set(bundle.facilities.flatMap(({ features: ids, isEveryday }) => (isEveryday ? [] : ids))),
    facilityOf: (featureId) => facilityOf.get(featureId),
    replacements(featureId) {
      replacements ??= decodeReplacements(bundle.replacements);
      return Object.hasOwn(replacements, featureId) ? replacements[featureId] : [];
    },
    servers() {
      servers ??= serversOf(bundle);
      return servers.byId;
    },
    platforms() {
      platforms ??= new Map(Object.entries(decodePlatforms(bundle.platforms)));
      return platforms;
    },
    essay: () => bundle.essay,
    serverRepositories() {
      servers ??= serversOf(bundle);
      return servers.repositories;
    },
    interfacesOf: (symbol) => interfacesOf(symbol) ?? [symbol],
    systemLibraries: new Set(bundle.systemLibraries),
    noteMarkdown: (slug) => (Object.hasOwn(bundle.notes, slug) ? bundle.notes[slug] : undefined),
  };
}

function serversOf(bundle: Bundle): {
  byId: ReadonlyMap<string, Server>;
  repositories: Readonly<Record<string, Repository>>;
} {
  const { servers, repositories } = decodeServers(bundle.servers);
  return {
    byId: new Map(Object.entries(servers).map(([id, one]) => [id, { id, ...one }])),
    repositories,
  };
}

function familyOf([id, title, harm, effort, summary]: Bundle['families'][number]): Family {
  return { id, title, harm: harm as Harm, effort: effort as Effort, summary };
}

/** What lines say of their first words. Few scans ask for it, so it is taken apart at the first question. */
function wordsByFirst(text: string): (first: string) => readonly string[] | undefined {
  let lines: Map<string, readonly string[]> | undefined;
  return (first) => {
    lines ??= new Map(
      text.split('\n').map((line) => {
        const [word, ...rest] = line.split(' ');
        return [word, rest];
      }),
    );
    return lines.get(first);
  };
}
