/**
 * A gap as a result of SARIF.
 */
import { fingerprintText } from '#core/baseline/gapFingerprint.js';
import type { Gap } from '#core/gaps/gap.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { formatTargetSpec } from '#core/knowledge/targetSpec.js';
import { gapDetail, gapMessage } from '#core/messages/gapMessage.js';
import { relatedPlaces } from '#core/messages/relatedPlaces.js';
import { utf16Length } from '#core/source/column.js';
import type { SuppressedGap } from '#core/suppressions/applySuppressions.js';
import { NO_PLACE } from '#core/uses/use.js';
import type { ScanContext } from '../scan/reportScan.js';
import { physicalLocation } from './sarifPlace.js';
import { LEVEL } from './sarifRules.js';

/** The name of the fingerprint; raised with what it is made of. */
const FINGERPRINT = 'unigapGap/v1';

export class SarifResults {
  /** @param ruleIndices by the ids of features. */
  constructor(
    private readonly context: ScanContext,
    private readonly knowledge: Knowledge,
    private readonly ruleIndices: ReadonlyMap<string, number>,
  ) {}

  told(gap: Gap): object {
    const { compared } = this.context;
    if (!compared) return this.result(gap);
    return { ...this.result(gap), baselineState: compared.isNew.has(gap) ? 'new' : 'unchanged' };
  }

  suppressed({ gap, reason, by }: SuppressedGap): object {
    return {
      ...this.result(gap),
      // A baseline has no suppressed gaps; what is suppressed is no news.
      ...(this.context.compared ? { baselineState: 'unchanged' } : {}),
      suppressions: [
        {
          kind: by === 'comment' ? 'inSource' : 'external',
          ...(reason === '' ? {} : { justification: reason }),
        },
      ],
    };
  }

  private result(gap: Gap): object {
    const { use } = gap;
    const { fingerprints, pathFromHere } = this.context;
    const fingerprint = fingerprints.get(gap);
    const related = [...relatedPlaces(use), ...this.context.chainOf(use)];
    const { line, column } = use;
    const place = line === NO_PLACE ? undefined : { line, column, endColumn: column + utf16Length(use.name) };
    return {
      ruleId: use.feature,
      ruleIndex: this.ruleIndices.get(use.feature),
      level: LEVEL[gap.severity],
      message: message(gapMessage(gap, this.knowledge)),
      locations: [
        {
          physicalLocation: physicalLocation(pathFromHere + use.path, place),
          ...(fingerprint?.function === undefined
            ? {}
            : { logicalLocations: [{ name: fingerprint.function, kind: 'function' }] }),
        },
      ],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((one, id) => ({
              id,
              physicalLocation: physicalLocation(pathFromHere + one.path, one),
              message: message(one.message),
            })),
          }),
      ...(fingerprint ? { partialFingerprints: { [FINGERPRINT]: fingerprintText(fingerprint) } } : {}),
      properties: this.properties(gap),
    };
  }

  private properties(gap: Gap): object {
    return {
      symbol: gap.use.symbol,
      ...(gap.tags.length > 0 ? { tags: gap.tags } : {}),
      targets: gap.targets.map((one) => ({
        target: formatTargetSpec(one.target, this.knowledge.targets.get(one.target.id)),
        behaviour: one.behaviour,
        severity: one.severity,
        decided: one.isDecided,
        ...(one.undecided.length > 0 ? { undecided: one.undecided } : {}),
        note: gapDetail(one),
      })),
    };
  }
}

/** A text as a message: braces stand for arguments there, and are doubled where they stand for themselves. */
export function message(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, '$&$&') };
}
