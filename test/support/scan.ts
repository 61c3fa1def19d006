/**
 * A scan over files in memory, put together as the command line does.
 */
import type { SyntaxEngine } from '#core/engine/engine.js';
import { type ScanResult, scanWorkspace } from '#core/scan/scanWorkspace.js';
import type { Catalogue } from '#core/uses/catalogue.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import { wasmEngine } from './engines.js';
import { shippedKnowledge, targetOf } from './knowledge.js';
import { MemoryWorkspace } from './memoryWorkspace.js';

let catalogue: Catalogue | undefined;

export interface ScanRequest {
  /** Keeps the places of every feature, not only of those that differ from Linux somewhere. */
  readonly allUses?: boolean;
  readonly targets?: readonly string[];
  readonly engine?: () => Promise<SyntaxEngine>;
}

export function scanFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  request: ScanRequest = {},
): Promise<ScanResult> {
  return scanMemory(new MemoryWorkspace(files), request);
}

export function scanMemory(workspace: MemoryWorkspace, request: ScanRequest = {}): Promise<ScanResult> {
  const knowledge = shippedKnowledge();
  catalogue ??= catalogueOf(knowledge);
  const targets = (request.targets ?? ['osv', 'rumprun']).map(targetOf);
  const vocabulary = vocabularyOf(knowledge, catalogue, request.allUses ?? false, targets);
  return scanWorkspace(workspace, { vocabulary, catalogue, engine: request.engine ?? wasmEngine });
}
