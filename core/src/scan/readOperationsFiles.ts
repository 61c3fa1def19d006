/**
 * The operations files of a program to their facts.
 */
import { latin1 } from '../c/directive.js';
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { OperationsFacts } from '../operations/operationsFacts.js';
import { mayBeOperations } from '../operations/operationsFile.js';
import {
  LONGEST_FIRST_LINE,
  mayBeScript,
  type OperationsFormat,
  operationsFormatOf,
  scriptFormatOf,
} from '../operations/operationsFormat.js';
import { readOperations } from '../operations/readOperations.js';
import type { Catalogue } from '../uses/catalogue.js';
import type { Skipped, Workspace, WorkspaceFile } from '../workspace.js';
import { readText } from './readText.js';

/** Larger ones are generated, or data. In bytes. */
const LARGEST_OPERATIONS_FILE = 1 << 20;

export interface OperationsRead {
  /** In the order of their paths. */
  readonly files: readonly OperationsFacts[];
  readonly skipped: readonly Skipped[];
}

export interface OperationsOptions {
  readonly catalogue: Catalogue;
  readonly engine: (grammar: Grammar) => Promise<SyntaxEngine | undefined>;
  readonly cancelled?: () => boolean;
}

/** @param listed all files of the program. */
export async function readOperationsFiles(
  workspace: Workspace,
  listed: readonly WorkspaceFile[],
  options: OperationsOptions,
): Promise<OperationsRead> {
  const files: OperationsFacts[] = [];
  const skipped: Skipped[] = [];
  for (const file of listed) {
    if (!mayBeOperations(file.path)) continue;
    if (options.cancelled?.()) break;
    const read = await operationsFileRead(workspace, file, options);
    if (!read) continue;
    if ('problem' in read) skipped.push({ path: file.path, reason: read.problem });
    else files.push(read);
  }
  return { files, skipped };
}

/** What one file says, or why it was not read; undefined for one that is none. */
export async function operationsFileRead(
  workspace: Workspace,
  file: WorkspaceFile,
  { catalogue, engine }: OperationsOptions,
): Promise<OperationsFacts | { readonly problem: string } | undefined> {
  const content = await readText(workspace, file);
  // What has no ending and is no text is a program, not a script.
  if ('problem' in content) return operationsFormatOf(file.path) === undefined ? undefined : content;
  const { bytes, length } = content;
  const format = formatOf(file.path, bytes, length);
  if (format === undefined) return undefined;
  if (length > LARGEST_OPERATIONS_FILE) {
    const size = Math.round(length / 1048576);
    return {
      problem: `${size} MB; files of this kind over ${LARGEST_OPERATIONS_FILE / 1048576} MB are not read`,
    };
  }
  return readOperations(file.path, format, bytes, length, { catalogue, engine });
}

function formatOf(path: string, bytes: Uint8Array, length: number): OperationsFormat | undefined {
  const byName = operationsFormatOf(path);
  if (byName !== undefined || !mayBeScript(path)) return byName;
  return scriptFormatOf(latin1(bytes, 0, Math.min(length, LONGEST_FIRST_LINE)));
}
