/**
 * What a build without a compile database left behind: the files in which it keeps its options, and the headers that
 * its configure script wrote beside their templates or into the folder of the build.
 */
import { latin1 } from '../c/directive.js';
import type { ProbeIndex } from '../probes/probeIndex.js';
import { absolutePath, relativePath } from './absolutePath.js';
import { type BuildHeader, readBuildHeader } from './buildHeader.js';
import { readCMakeCache } from './cmakeCache.js';
import { readKernelConfig } from './kernelConfig.js';
import { readMesonOptions } from './mesonOptions.js';
import type { BuildReading } from './readBuild.js';

const OPTION_FILES: readonly (readonly [
  name: string,
  read: (text: string, probes: ProbeIndex) => Map<string, string | null>,
])[] = [
  ['.config', readKernelConfig],
  ['CMakeCache.txt', readCMakeCache],
  ['meson-info/intro-buildoptions.json', readMesonOptions],
];

export interface Configuration {
  /** Texts of macros by name, null for what is off. */
  readonly macros: ReadonlyMap<string, string | null>;
  /** Generated headers by their absolute paths. */
  readonly headers: ReadonlyMap<string, BuildHeader>;
  /** Absolute paths of all that was read. */
  readonly files: readonly string[];
}

/** @param folders absolute, in which a build may have been made. */
export async function configurationFiles(
  folders: readonly string[],
  { root, index, files }: Pick<BuildReading, 'root' | 'index' | 'files'>,
): Promise<Configuration> {
  const macros = new Map<string, string | null>();
  const headers = new Map<string, BuildHeader>();
  const read: string[] = [];
  for (const folder of folders) {
    for (const [name, macrosIn] of OPTION_FILES) {
      const path = `${folder}/${name}`;
      const content = await files.read(path);
      if (!content) continue;
      const found = macrosIn(latin1(content.bytes, 0, content.length), index.probes);
      if (found.size > 0) read.push(path);
      for (const [macro, value] of found) macros.set(macro, value);
    }
  }
  for (const template of index.headerTemplates()) {
    const name = template.slice(0, -'.in'.length);
    for (const path of placesOf(absolutePath(root, name), root, folders)) {
      if (headers.has(path)) break;
      const content = await files.read(path);
      if (!content) continue;
      headers.set(path, readBuildHeader(content.bytes, content.length));
      read.push(path);
      break;
    }
  }
  // A build may write its header from a list of answers, without a template.
  for (const folder of folders) {
    const path = `${folder}/config.h`;
    if (folder === root || headers.size > 0) continue;
    const content = await files.read(path);
    if (!content) continue;
    headers.set(path, readBuildHeader(content.bytes, content.length));
    read.push(path);
  }
  return { macros, headers, files: read };
}

/** Beside the template, and at the same place below the folder of a build. */
function placesOf(path: string, root: string, folders: readonly string[]): string[] {
  return [path, ...folders.map((folder) => absolutePath(folder, relativePath(root, path)))];
}
