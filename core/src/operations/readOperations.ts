/**
 * An operations file to its facts.
 */
import { latin1 } from '../c/directive.js';
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { Catalogue } from '../uses/catalogue.js';
import { FoundOperations } from './foundOperations.js';
import type { OperationsFacts } from './operationsFacts.js';
import type { OperationsFormat } from './operationsFormat.js';
import { ShellReader } from './shell/shellReader.js';

/** Takes what a text says into `found`. The text has a character a byte, so its offsets are those of bytes. */
export type FormatReader = (text: string, found: FoundOperations, shell: ShellReader) => void;

const READERS: ReadonlyMap<OperationsFormat, FormatReader> = new Map([
  ['shell', (text, found, shell) => shell.read(text, 0, 'script', found)],
]);

export interface ReadingTools {
  readonly catalogue: Catalogue;
  /** Gives a parser, or undefined where none can be had; asked for that of the shell where a text may hold commands. */
  readonly engine: (grammar: Grammar) => Promise<SyntaxEngine | undefined>;
}

/**
 * Reads the bytes of a file; never throws on bad source.
 */
export async function readOperations(
  path: string,
  format: OperationsFormat,
  bytes: Uint8Array,
  length: number,
  { catalogue, engine }: ReadingTools,
): Promise<OperationsFacts> {
  const found = new FoundOperations();
  const text = latin1(bytes, 0, length);
  const reader = READERS.get(format);
  if (reader) {
    const isAsked = catalogue.mentionsOperated(text);
    const parser = isAsked ? await engine('bash') : undefined;
    if (isAsked && !parser)
      found.problems.push({ offset: 0, message: 'its commands were not read: there is no parser' });
    reader(text, found, new ShellReader(parser));
  }
  return found.facts({ path, format }, bytes, length);
}
