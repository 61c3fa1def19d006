/**
 * What holds of a claim of the essay, for one program on one target.
 */

/** `unmeasured` where a scan sees nothing that bears on it. */
export type Holding = 'yes' | 'partly' | 'no' | 'unmeasured';

export const HOLDING_WORDS: Readonly<Record<Holding, string>> = {
  yes: 'holds',
  partly: 'holds in part',
  no: 'does not hold here',
  unmeasured: 'not measured',
};

export interface ClaimAnswer {
  /** `E8`. */
  readonly id: string;
  readonly title: string;
  /** What it says, in words of our own. */
  readonly claim: string;
  readonly holds: Holding;
  /** What is known and neither bears it out nor speaks against it. */
  readonly known: readonly string[];
  /** Sentences without their point, each with where it comes from. */
  readonly bearsOut: readonly string[];
  readonly speaksAgainst: readonly string[];
}

/** By what there is on either side. */
export function holdingOf(bearsOut: readonly string[], speaksAgainst: readonly string[]): Holding {
  if (bearsOut.length === 0) return 'no';
  return speaksAgainst.length > 0 ? 'partly' : 'yes';
}
