/**
 * The bytes of a file, if it is text.
 */
import type { FileBytes, Workspace, WorkspaceFile } from '../workspace.js';
import { isBinary } from './binary.js';

/** Why there is no text, and whether that is for what the file holds. */
export interface NoText {
  readonly problem: string;
  readonly isBinary: boolean;
}

/** Reads a file, or says why it is no text that can be read. */
export async function readText(workspace: Workspace, file: WorkspaceFile): Promise<FileBytes | NoText> {
  const answer = workspace.read(file);
  const content = answer instanceof Promise ? await answer : answer;
  if ('problem' in content) return { problem: content.problem, isBinary: false };
  const binary = isBinary(content.bytes, content.length);
  return binary === undefined ? content : { problem: binary, isBinary: true };
}
