/**
 * How features are used, as far as the figure of a report counts it.
 */
import type { FeatureStanding } from '../gaps/targetGap.js';
import type { Use } from '../uses/use.js';

/** On each target; undefined where it is not asked for the feature. */
export type Behaviours = readonly (FeatureStanding | undefined)[];

/** Uses of one feature that stand alike: under the same conditions, with the same behaviour on each target. */
export interface Situation {
  readonly feature: string;
  readonly behaviours: Behaviours;
  readonly guard: Use['guard'];
  readonly included: Use['included'];
  readonly through: Use['through'];
  readonly replaced: Use['replaced'];
  readonly systems: Use['systems'];
  /** Of the first of them; empty in what was kept from an earlier scan, which no build had a part in. */
  readonly path: string;
}

/** All that a feature may do on a target; what was recorded goes by the order. */
export const SITUATION_STANDINGS: readonly FeatureStanding[] = [
  'supported',
  'partial',
  'no-op',
  'wrong',
  'fails',
  'hangs',
  'aborts',
  'missing',
  'unknown',
];
