/**
 * The second answer of a report: of the facilities that a program and those who look after it rely on, how many a target
 * offers, and how. Tests and examples do not count.
 */
import { standingAt } from '../gaps/standingAt.js';
import type { TargetJudgement } from '../gaps/targetGap.js';
import type { Facility, Knowledge } from '../knowledge/knowledge.js';
import type { DebuggingLevel, Substitute } from '../knowledge/schema.generated.js';
import type { Use } from '../uses/use.js';
import { LISTENING, usesForPeople } from './usesForPeople.js';

/** How a target offers something; `unknown` where nobody looked. */
export type FacilityLevel = DebuggingLevel | 'unknown';

/** From the best to the worst; what is unknown is taken for no better than nothing. */
export const FACILITY_LEVELS: readonly FacilityLevel[] = ['same', 'inside', 'outside', 'none', 'unknown'];

/** Where something is relied on. */
export interface ReliedPlace {
  readonly path: string;
  /** Zero-based; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** A feature that is relied on, and what does its job on the target. */
export interface ReliedFeature {
  /** Feature id. */
  readonly feature: string;
  readonly level: FacilityLevel;
  readonly substitute: Substitute | undefined;
  /** The first of its places, in the order of their files; none where only that it is used is known. */
  readonly places: readonly ReliedPlace[];
  /** How many there are. */
  readonly count: number;
}

export interface ReliedFacility {
  readonly facility: Facility;
  /** The worst of its features that are relied on. */
  readonly level: FacilityLevel;
  /** Worst first. */
  readonly features: readonly ReliedFeature[];
}

export interface Operability {
  /** In the order of a runbook. */
  readonly facilities: readonly ReliedFacility[];
  readonly byLevel: Readonly<Record<FacilityLevel, number>>;
}

/** Places of a feature that are kept; the others are counted. */
const PLACES_KEPT = 50;

interface Relied {
  readonly places: ReliedPlace[];
  count: number;
}

/** Makes the answers for all targets from uses that are told file by file. */
export class OperabilityMaker {
  /** For each target, by feature. */
  private readonly relied: readonly Map<string, Relied>[];

  constructor(
    private readonly judgements: readonly TargetJudgement[],
    private readonly knowledge: Knowledge,
    /** Whether a file belongs to a program beside the one that is operated. */
    private readonly isBeside: (path: string) => boolean = () => false,
  ) {
    this.relied = judgements.map(() => new Map());
  }

  /** @param counted features that are used, of which no place was kept. */
  add(uses: readonly Use[], counted: Iterable<string>): void {
    for (const feature of counted) {
      if (this.knowledge.operated.has(feature)) for (const relied of this.relied) entryOf(relied, feature);
    }
    const isForPeople = usesForPeople(uses);
    for (const use of uses) {
      const isOperated = use.operation
        ? this.knowledge.facilityOf(use.feature)
        : this.knowledge.operated.has(use.feature);
      if (use.tags.length > 0 || !isOperated || !isForPeople(use)) continue;
      if (!use.operation && this.isBeside(use.path)) continue;
      this.judgements.forEach((judgement, i) => {
        const { truth, tags } = standingAt(use, judgement);
        if (truth === 'false' || tags.includes('other-os')) return;
        const entry = entryOf(this.relied[i], use.feature);
        entry.count++;
        const { path, line, column } = use;
        if (entry.places.length < PLACES_KEPT) entry.places.push({ path, line, column });
      });
    }
  }

  /** Whether the answer hangs on a use, gap or not. */
  looksAt({ feature, symbol }: Use): boolean {
    return this.knowledge.operated.has(feature) || symbol === LISTENING;
  }

  /** @param target index of the target. */
  answer(target: number): Operability {
    const { knowledge } = this;
    const { id } = this.judgements[target].target;
    const byLevel: Record<FacilityLevel, number> = { same: 0, inside: 0, outside: 0, none: 0, unknown: 0 };
    const facilities: ReliedFacility[] = [];
    for (const facility of knowledge.facilities.values()) {
      const features = facility.features.flatMap((feature): ReliedFeature[] => {
        const entry = this.relied[target].get(feature);
        if (!entry) return [];
        const substitute = knowledge.substitute(id, feature);
        return [{ feature, level: substitute?.level ?? 'unknown', substitute, ...entry }];
      });
      if (features.length === 0) continue;
      features.sort((a, b) => rank(b.level) - rank(a.level));
      const [{ level }] = features;
      byLevel[level]++;
      facilities.push({ facility, level, features });
    }
    return { facilities, byLevel };
  }
}

function entryOf(relied: Map<string, Relied>, feature: string): Relied {
  let entry = relied.get(feature);
  if (!entry) {
    entry = { places: [], count: 0 };
    relied.set(feature, entry);
  }
  return entry;
}

function rank(level: FacilityLevel): number {
  return FACILITY_LEVELS.indexOf(level);
}
