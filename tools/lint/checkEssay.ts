/**
 * Claims of the essay point at features, families, traits and platforms that exist, and say what bears on them.
 */
import type { Data } from '../generate/readData.js';

export function checkEssay({ essay, features, families, debugging }: Data): string[] {
  return essay.claims.flatMap((claim, index) => {
    const { id, measure, families: own = [], features: others = [], traits = [], platforms = [] } = claim;
    const problems = [
      ...own.filter((family) => !Object.hasOwn(families, family)).map((one) => `there is no family ${one}`),
      ...[...others, ...traits]
        .filter((feature) => !Object.hasOwn(features.features, feature))
        .map((one) => `${one} is not in features.json`),
      ...platforms
        .filter((platform) => !Object.hasOwn(debugging.platforms ?? {}, platform))
        .map((one) => `${one} is no platform of debugging.json`),
      ...(id === `E${index + 1}` ? [] : [`stands at the place of E${index + 1}`]),
    ];
    if (measure === 'uses' && own.length + others.length === 0) problems.push('no use bears on it');
    if ((measure === 'platforms') !== platforms.length > 0)
      problems.push('platforms are named where they are looked at, and nowhere else');
    return problems.map((problem) => `essay.json: ${id}: ${problem}`);
  });
}
