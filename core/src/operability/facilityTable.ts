/**
 * The second answers of several targets side by side: what is relied on, and what each target offers for it.
 */
import type { FacilityDocument, ReliedFeatureDocument } from '../report/operationDocument.js';
import type { TargetDocument } from '../report/reportDocument.js';
import type { FacilityLevel } from './operability.js';

export interface FacilityRow {
  readonly title: string;
  readonly question: string;
  /** Names of what is relied on: `ps`, `SIGHUP`. */
  readonly names: readonly string[];
  /** Where, `path:line` with lines from one: the first of them, and how many there are. */
  readonly places: readonly string[];
  readonly count: number;
  readonly targets: readonly FacilityCell[];
}

export interface FacilityCell {
  /** Name of the target. */
  readonly target: string;
  /** Undefined where the program does not rely on it in what is built for the target. */
  readonly level: FacilityLevel | undefined;
  /** What does the job of each feature, every one once. */
  readonly ways: readonly { readonly what: string; readonly command: string | undefined }[];
}

/** In the order of a runbook. */
export function facilityRows(targets: readonly TargetDocument[]): FacilityRow[] {
  const ids = new Set(targets.flatMap(({ facilities }) => facilities.map(({ id }) => id)));
  const order = targets.flatMap(({ facilities }) => facilities.map(({ id }) => id));
  return [...ids]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((id) => {
      const found = targets.map((target) => target.facilities.find((one) => one.id === id));
      const widest = found.reduce((most, one) =>
        countOf(one) > countOf(most) ? one : most,
      ) as FacilityDocument;
      return {
        title: widest.title,
        question: widest.question,
        names: widest.features.map(({ name }) => name),
        places: placesOf(widest),
        count: countOf(widest),
        targets: targets.map(({ name }, i) => ({
          target: name,
          level: found[i]?.level,
          ways: waysOf(found[i]),
        })),
      };
    });
}

function countOf(facility: FacilityDocument | undefined): number {
  return facility?.features.reduce((sum, { count }) => sum + count, 0) ?? -1;
}

function placesOf({ features }: FacilityDocument): string[] {
  const places = features.flatMap((feature) => feature.places);
  return [...new Set(places.map(({ path, line }) => `${path}:${line + 1}`))];
}

function waysOf(facility: FacilityDocument | undefined): FacilityCell['ways'] {
  const ways = new Map<string, { what: string; command: string | undefined }>();
  for (const { what, command } of facility?.features ?? ([] as ReliedFeatureDocument[])) {
    if (what !== undefined) ways.set(what, { what, command });
  }
  return [...ways.values()];
}
