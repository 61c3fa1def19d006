/**
 * The facts of an operations file whose text is at hand.
 */
import type { OperationsFacts } from '#core/operations/operationsFacts.js';
import { operationsFormatOf } from '#core/operations/operationsFormat.js';
import { readOperations } from '#core/operations/readOperations.js';
import { catalogueOf } from '#core/uses/knownNames.js';
import { wasmEngine } from './engines.js';
import { shippedKnowledge } from './knowledge.js';

export async function readOperationsText(path: string, text: string): Promise<OperationsFacts> {
  const format = operationsFormatOf(path);
  if (!format) throw new Error(`${path} is no operations file by its name`);
  const bytes = new TextEncoder().encode(text);
  const catalogue = catalogueOf(shippedKnowledge());
  return readOperations(path, format, bytes, bytes.length, { catalogue, engine: wasmEngine });
}
