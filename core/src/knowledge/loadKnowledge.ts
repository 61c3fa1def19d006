/**
 * Reads the shipped bundle. The names of features are taken apart at once, since every scan needs them; all else
 * waits until it is asked for.
 */
import { BUNDLE_FORMAT, type Bundle, decodeReplacements, type Replacements } from './bundle.js';
import { BundledFeature } from './bundledFeature.js';
import type { Family, Knowledge, TargetInfo } from './knowledge.js';
import type { Effort, Harm, Statement } from './schema.generated.js';
import type { TargetSpec } from './targetSpec.js';
import { TargetStatements } from './targetStatements.js';

/** What a bundle holds; throws where the text is no bundle of this format. */
export function loadKnowledge(text: string): Knowledge {
  const bundle = JSON.parse(text) as Bundle;
  if (bundle.format !== BUNDLE_FORMAT) throw new Error(`knowledge of format ${bundle.format} cannot be read`);
  const features = new Map<string, BundledFeature>();
  for (const id of bundle.ids.split('\n')) features.set(id, new BundledFeature(id, features.size, bundle));
  const callsOf = relations(bundle.relations);
  const targets = new Map<string, TargetInfo>(bundle.targets.map((one) => [one.info.id, one.info]));
  const statements = new Map(
    bundle.targets.map((one) => [one.info.id, new TargetStatements(one, features, callsOf)]),
  );
  let replacements: Replacements | undefined;
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
    substitute: (targetId, featureId) => statements.get(targetId)?.substitute(featureId),
    replacements(featureId) {
      replacements ??= decodeReplacements(bundle.replacements);
      return Object.hasOwn(replacements, featureId) ? replacements[featureId] : [];
    },
    noteMarkdown: (slug) => (Object.hasOwn(bundle.notes, slug) ? bundle.notes[slug] : undefined),
  };
}

function familyOf([id, title, harm, effort, summary]: Bundle['families'][number]): Family {
  return { id, title, harm: harm as Harm, effort: effort as Effort, summary };
}

/** Few programs ask for these, so they are taken apart at the first question. */
function relations(text: string): (functionName: string) => readonly string[] | undefined {
  let calls: Map<string, readonly string[]> | undefined;
  return (functionName) => {
    calls ??= new Map(
      text.split('\n').map((line) => {
        const [name, ...rest] = line.split(' ');
        return [name, rest];
      }),
    );
    return calls.get(functionName);
  };
}
