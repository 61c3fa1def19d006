/**
 * What one finding, or one place or import of the truth, turned out to be. All figures are counts of these.
 */

/** What a finding is, measured by the places that a build proves. */
export type FindingKind =
  /** The build has a use of that name there. */
  | 'true'
  /** In compiled code, where the build uses nothing of that name. */
  | 'false'
  /** In a branch of an `#if` that the build left out, or in a comment. */
  | 'inactive'
  /** In a file that took no part in the build. */
  | 'not-built'
  /** In a macro definition that something uses, or that nothing uses. */
  | 'macro-used'
  | 'macro-unused';

/** What became of a place of the truth. */
export type SiteKind = `${'direct' | 'indirect' | 'data'}-${'found' | 'missed'}`;

/** What became of a name, measured by the imports of the shipped binaries. */
export type ImportKind = 'import-found' | 'not-imported' | 'import-missed';

export type JudgementKind = FindingKind | SiteKind | ImportKind;

export interface Judgement {
  readonly kind: JudgementKind;
  readonly name: string;
  /** `file:line`, counted from one; undefined for an import that was missed. */
  readonly place: string | undefined;
}
