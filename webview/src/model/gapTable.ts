/**
 * The gaps of a document as columns of numbers: filtering and grouping tens of thousands on each key stroke reads no
 * object and compares no text.
 */
import { SEVERITIES } from '#core/gaps/severity.js';
import { conditionsText, PLACE_KINDS, placeKindOf } from '#core/report/placeKind.js';
import { pathText } from '#core/report/placeText.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { Names } from './names.js';

export interface GapTable {
  readonly document: ReportDocument;
  readonly size: number;
  /** Gap by gap, a number for each target of the document: 0 is no gap there, then the index in SEVERITIES and one. */
  readonly severities: Uint8Array;
  /** Index in PLACE_KINDS. */
  readonly kind: Uint8Array;
  /** Numbers of the texts in the lists below. */
  readonly family: Uint32Array;
  readonly path: Uint32Array;
  readonly message: Uint32Array;
  readonly condition: Uint32Array;
  /** Ids of families. */
  readonly families: readonly string[];
  readonly paths: readonly string[];
  /** Messages with the features they are about. */
  readonly messages: readonly string[];
  readonly conditions: readonly string[];
}

export function gapTableOf(document: ReportDocument): GapTable {
  const { gaps, targets, features, roots } = document;
  const size = gaps.length;
  const families = new Names();
  const paths = new Names();
  const messages = new Names();
  const conditions = new Names();
  const targetNumbers = new Map(targets.map(({ target }, i) => [target, i]));
  const table = {
    severities: new Uint8Array(size * targets.length),
    kind: new Uint8Array(size),
    family: new Uint32Array(size),
    path: new Uint32Array(size),
    message: new Uint32Array(size),
    condition: new Uint32Array(size),
  };
  for (let i = 0; i < size; i++) {
    const gap = gaps[i];
    for (const { target, severity } of gap.targets) {
      const number = targetNumbers.get(target);
      if (number !== undefined)
        table.severities[i * targets.length + number] = SEVERITIES.indexOf(severity) + 1;
    }
    table.kind[i] = PLACE_KINDS.indexOf(placeKindOf(gap));
    table.family[i] = families.numberOf(features[gap.feature]?.family ?? '');
    table.path[i] = paths.numberOf(pathText(gap, roots));
    table.message[i] = messages.numberOf(`${gap.message} ${gap.feature}`);
    table.condition[i] = conditions.numberOf(conditionsText(gap));
  }
  return {
    document,
    size,
    ...table,
    families: families.texts,
    paths: paths.texts,
    messages: messages.texts,
    conditions: conditions.texts,
  };
}
