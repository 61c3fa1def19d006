/**
 * The bytes of a file, if it is text.
 */
import type { FileBytes, Workspace, WorkspaceFile } from '../workspace.js';
import { isBinary } from './binary.js';

/** Reads a file, or says why it is no text that can be read. */
export async function readText(
  workspace: Workspace,
  file: WorkspaceFile,
): Promise<FileBytes | { problem: string }> {
  const answer = workspace.read(file);
  const content = answer instanceof Promise ? await answer : answer;
  if ('problem' in content) return content;
  const binary = isBinary(content.bytes, content.length);
  return binary === undefined ? content : { problem: binary };
}
