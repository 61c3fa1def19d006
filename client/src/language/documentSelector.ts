/**
 * The documents that the server is told of: C, C++ and what is written in them under other names, the files by which
 * programs are run and looked after, and the settings file. Schemes are named, since a version from history (`git:`) is nothing that anybody edits.
 */
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { OPERATIONS_GLOB, OTHER_SOURCE_GLOB } from './sourceFiles.js';

interface Filter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata', 'vscode-test-web'];

/** @param schemes those of the workspace folders: a file system that some extension offers. */
export function documentSelector(schemes: readonly string[]): (Filter & { readonly language: string })[] {
  const filters: Filter[] = [];
  for (const scheme of new Set([...SCHEMES, ...schemes])) {
    filters.push({ scheme, language: 'c' }, { scheme, language: 'cpp' });
    filters.push({ scheme, pattern: OTHER_SOURCE_GLOB }, { scheme, pattern: `**/${PROJECT_FILE}` });
    // Scripts without an ending are known by their language.
    filters.push({ scheme, pattern: OPERATIONS_GLOB }, { scheme, language: 'shellscript' });
  }
  // The protocol's filter wants one of three fields, its type the first of them.
  return filters as (Filter & { readonly language: string })[];
}
