/**
 * What is known of features, as the catalogue and vocabulary of a scan.
 */
import type { Vocabulary } from '../facts/vocabulary.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { Catalogue } from './catalogue.js';

export function catalogueOf(knowledge: Knowledge): Catalogue {
  const everyday = [...knowledge.facilities.values()].flatMap((one) => (one.isEveryday ? one.features : []));
  return new Catalogue(knowledge.features.values(), knowledge.operated, new Set(everyday), () =>
    knowledge.servers(),
  );
}

/**
 * A vocabulary for one scan. Places are kept for features that differ from Linux on some target, and for those by which
 * people look into the program, whichever targets are asked for now: a change of target reads no source again. What an option changes (programs on raw system calls)
 * is known only by asking, so targets with options are asked.
 * @param keepsAll keeps the places of every feature.
 */
export function vocabularyOf(
  knowledge: Knowledge,
  catalogue: Catalogue,
  keepsAll: boolean,
  targets: readonly TargetSpec[],
): Vocabulary {
  const withOptions = targets.filter((target) => target.options.length > 0);
  const differsByOption = (id: string): boolean =>
    withOptions.some((target) =>
      knowledge.statement(target, id)?.cases.some((one) => one.behaviour !== 'supported'),
    );
  return catalogue.vocabulary(
    (id) => keepsAll || knowledge.differs(id) || knowledge.operated.has(id) || differsByOption(id),
    (id) => knowledge.dependsOnArguments(id),
  );
}
