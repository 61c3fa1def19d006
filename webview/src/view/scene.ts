/**
 * What the parts of the list need to draw themselves.
 */
import type { Editor } from '../host.js';
import type { GapTable } from '../model/gapTable.js';

export interface Scene {
  readonly table: GapTable;
  /** Severities on the targets that are shown; see Matches. */
  readonly severity: Uint8Array;
  readonly editor: Editor | undefined;
  readonly openGroups: OpenGroups;
}

/** Which groups the reader has opened or closed; it outlives what is drawn. */
export class OpenGroups {
  private readonly chosen = new Map<string, boolean>();

  isOpen(key: string, byDefault: boolean): boolean {
    return this.chosen.get(key) ?? byDefault;
  }

  choose(key: string, isOpen: boolean): void {
    this.chosen.set(key, isOpen);
  }
}
