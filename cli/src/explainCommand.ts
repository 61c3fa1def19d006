/**
 * `unigap explain`: all that is known of a feature.
 */
import type { Feature, Knowledge } from '#core/knowledge/knowledge.js';
import { nearestName } from '#core/knowledge/nearestName.js';
import { catalogueOf } from '#core/uses/knownNames.js';
import { fail } from './exitStatus.js';
import { featureText } from './featureText.js';
import { namedTargets } from './namedTargets.js';
import { shippedKnowledge } from './shipped.js';
import { styleFor } from './style.js';

/** Prints what is known; returns the exit status. */
export function explainCommand(query: string, targetTexts: readonly string[]): number {
  const knowledge = shippedKnowledge();
  const named = namedTargets(targetTexts, knowledge);
  if ('problem' in named) return fail(named.problem);
  const features = matching(query, knowledge);
  if (features.length === 0) return fail(unknownFeature(query, knowledge));
  const style = styleFor(process.stdout);
  const texts = features.map((feature, i) => {
    // A note that the next feature has as well is told there.
    const withNote = feature.note !== features[i + 1]?.note;
    return featureText(feature, named.value, knowledge, style, withNote);
  });
  process.stdout.write(texts.join('\n'));
  return 0;
}

/** Features by id, by name of any kind, by path, or by another name that source has for them. */
function matching(query: string, knowledge: Knowledge): Feature[] {
  const exact = knowledge.features.get(query) ?? knowledge.features.get(`path${query}`);
  if (exact) return [exact];
  const name = query
    .replace(/\(\)$/, '')
    .replace(/^(?:SYS_|__NR_)/, '')
    .replace(/^<(.*)>$/, '$1');
  const named = [...knowledge.features.values()].filter((feature) => feature.name === name);
  if (named.length > 0) return named;
  // A function of a library that stands for one of the platform, or for something that people rely on.
  const meant = knowledge.features.get(catalogueOf(knowledge).function(name) ?? '');
  return meant ? [meant] : [];
}

function unknownFeature(query: string, knowledge: Knowledge): string {
  const names = [...knowledge.features.values()].map((feature) => feature.name);
  const nearest = nearestName(query, names);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return `nothing is known of "${query}".${hint}`;
}
