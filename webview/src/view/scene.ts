/**
 * What the parts of the list need to draw themselves.
 */
import type { Editor } from '../host.js';
import type { GapTable } from '../model/gapTable.js';
import type { ViewMemory } from './viewMemory.js';

export interface Scene {
  readonly table: GapTable;
  /** Severities on the targets that are shown; see Matches. */
  readonly severity: Uint8Array;
  readonly editor: Editor | undefined;
  readonly memory: ViewMemory;
}
