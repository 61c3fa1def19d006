/**
 * What a call is for, in words behind its name.
 */
import type { Use } from '../uses/use.js';

export function purposeText({ purpose }: { readonly purpose?: Use['purpose'] }): string {
  return purpose === 'daemon' ? ' to become a daemon' : '';
}
