/**
 * The rows of the facts that are imported: one JSON array a file, as their README describes them. Fields that say
 * how a row was made matter here only to tell hand-written rows from machine-written ones.
 */

/** What a target does for one name. */
export interface FactRow {
  readonly symbol: string;
  readonly kind: string;
  readonly status: string;
  readonly note: string;
  readonly evidence: string;
  readonly header?: string;
  readonly errno?: string;
  readonly returns?: number | string;
  readonly effect?: string;
  readonly danger?: boolean | string;
  readonly missingAt?: string;
  readonly statusIfHidden?: string;
  readonly family?: string;
  readonly auto?: string;
  readonly basis?: string;
  readonly curated?: boolean;
  readonly reviewed?: boolean;
}

/** A condition as the facts write it; its keys vary. */
export type FactCondition = Readonly<Record<string, unknown>>;

export interface FactCase {
  readonly when?: FactCondition;
  readonly behaviour: string;
  readonly note?: string;
  readonly errno?: string | null;
  readonly returns?: number | string;
  readonly effect?: string;
}

/** The argument cases of one name. */
export interface WhenRow {
  readonly symbol: string;
  readonly kind: string;
  readonly cases: readonly FactCase[];
}

/** One call made on a booted guest. */
export interface ObservedRow {
  readonly symbol: string;
  readonly kind: string;
  readonly case: string;
  readonly observed: {
    readonly call?: string;
    readonly ret?: number;
    readonly errno?: number | string;
    readonly effect?: string;
    readonly console?: readonly string[];
  };
  readonly agrees?: boolean;
  readonly remark?: string;
}

/** A name that a version lacks. */
export interface PresenceRow {
  readonly symbol: string;
  readonly kind: string;
}

/** The names that exist. */
export interface Universe {
  readonly functions: readonly { name: string; from: readonly string[]; header?: string }[];
  readonly syscalls: readonly { name: string }[];
}
