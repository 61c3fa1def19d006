/**
 * Where what is kept of a scan lies, and by what it is found again.
 */
import { createHash } from 'node:crypto';

/** Raised when the form of the files changes. */
export const FORM = 1;

/** Endings of the files. */
export const FACTS = '.facts';
export const FINDINGS = '.findings';
export const TOLD = '.told';

export interface CachePlace {
  readonly folder: string;
  /** What is scanned, and for which names: each has a file of its own. */
  readonly subject: string;
  /** By what program, with what data. */
  readonly program: string;
}

/** A short name for a long text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
