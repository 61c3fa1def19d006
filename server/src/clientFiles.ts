/**
 * Files through the client: in virtual workspaces and in the browser the server has no file system of its own.
 */
import type { Connection } from 'vscode-languageserver';
import type { FileList, Files } from './host.js';
import {
  LIST_FILES_REQUEST,
  type ListFilesResult,
  READ_FILE_REQUEST,
  type ReadFileResult,
} from './protocol.js';

export class ClientFiles implements Files {
  constructor(private readonly connection: Connection) {}

  async list(folder: string, exclude: readonly string[]): Promise<FileList> {
    try {
      return await this.connection.sendRequest<ListFilesResult>(LIST_FILES_REQUEST, { folder, exclude });
    } catch (error) {
      return {
        files: [],
        skipped: [{ path: '.', reason: `the editor did not list it (${messageOf(error)})` }],
      };
    }
  }

  async read(uri: string): Promise<Uint8Array | { problem: string }> {
    try {
      const result = await this.connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, { uri });
      if ('problem' in result) return result;
      return Uint8Array.from(atob(result.base64), (character) => character.charCodeAt(0));
    } catch (error) {
      return { problem: `the editor did not read it (${messageOf(error)})` };
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
