/**
 * The file system for a server that has none of its own: in the browser and in virtual workspaces.
 */
import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { mayBeOperations } from '#core/operations/operationsFile.js';
import { isBuildFile } from '#core/probes/buildFile.js';
import { sourceLanguage } from '#core/scan/language.js';
import {
  LIST_FILES_REQUEST,
  type ListFilesResult,
  READ_FILE_REQUEST,
  type ReadFileResult,
} from '#server/protocol.js';
import { toBase64 } from './base64.js';
import { keptFiles } from './keptFiles.js';
import { BUILD_FILE_GLOB, OPERATIONS_GLOB, SOURCE_GLOB } from './sourceFiles.js';

/** Larger files are generated data, not source that somebody ports; and they come in one message. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Folders of version control and of packages, never part of a program. VS Code adds its `files.exclude`. */
const NEVER_ENTERED = '**/{.git,.hg,.svn,.bzr,CVS,.pc,node_modules}/**';

/** Answers the server's requests for files. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest<ListFilesResult, void>(
    LIST_FILES_REQUEST,
    ({ folder, exclude }: { folder: string; exclude?: readonly string[] }) =>
      listFiles(Uri.parse(folder), exclude ?? []),
  );
  client.onRequest<ReadFileResult, void>(READ_FILE_REQUEST, ({ uri }: { uri: string }) =>
    readFile(Uri.parse(uri)),
  );
}

async function listFiles(folder: Uri, exclude: readonly string[]): Promise<ListFilesResult> {
  const [sources, others, operations, ignoreFiles] = await Promise.all([
    find(folder, SOURCE_GLOB),
    find(folder, BUILD_FILE_GLOB),
    find(folder, OPERATIONS_GLOB),
    find(folder, '**/.gitignore').then((paths) => readAll(folder, paths)),
  ]);
  const files = [
    ...keptFiles(sources.filter(sourceLanguage), exclude, ignoreFiles),
    ...keptFiles(others.filter(isBuildFile), exclude, ignoreFiles),
    ...keptFiles(operations.filter(mayBeOperations), exclude, ignoreFiles),
  ];
  return { files: [...new Set(files)].sort(), skipped: [] };
}

/** Relative paths of the files that match. */
async function find(folder: Uri, glob: string): Promise<string[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, glob), NEVER_ENTERED);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return found.flatMap(({ path }) => (path.startsWith(prefix) ? path.slice(prefix.length) : []));
}

/** Texts by the path of their folder, '' or ending in a slash. */
async function readAll(folder: Uri, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, path));
    texts.set(path.slice(0, path.lastIndexOf('/') + 1), new TextDecoder().decode(bytes));
  }
  return texts;
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_FILE_BYTES) {
      const megabytes = Math.round(size / 1048576);
      return { problem: `${megabytes} MB; files over ${MAX_FILE_BYTES / 1048576} MB are not read` };
    }
    return { base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { problem: `cannot be read (${(error as { code?: string }).code ?? 'unknown error'})` };
  }
}
