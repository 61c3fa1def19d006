/**
 * Files whose changes matter while they are not open.
 */
import { type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import { COMPILE_COMMANDS } from '#core/build/compileCommands.js';
import { OPERATIONS_GLOBS } from '#core/operations/operationsGlobs.js';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { baseName } from '#core/source/baseName.js';

const IGNORE_FILE = '.gitignore';
const BUILD_FILES = [COMPILE_COMMANDS, '.config', 'CMakeCache.txt', 'intro-buildoptions.json'];

export const WATCHERS: FileSystemWatcher[] = [
  { globPattern: '**/*.{c,h,xs,l,y,def,inc,i,in,cc,cpp,cxx,c++,hh,hpp,hxx,ipp,tcc,ll,yy,C,H}' },
  {
    globPattern:
      '**/{configure,configure.ac,configure.in,*.m4,CMakeLists.txt,*.cmake,meson.build,meson_options.txt,meson.options}',
  },
  { globPattern: '**/*.am' },
  { globPattern: `**/{${OPERATIONS_GLOBS.join()}}` },
  { globPattern: '**/{Kconfig*,Config.in,Config.src,auto/**}' },
  { globPattern: `**/{${[PROJECT_FILE, IGNORE_FILE, ...BUILD_FILES].join()}}` },
  // Of a folder that is deleted nothing but itself is told.
  { globPattern: '**/*', kind: WatchKind.Delete },
];

/** Whether a path, with forward slashes, is that of a file that says what is left out. */
export function isIgnoreFile(path: string): boolean {
  return path === IGNORE_FILE || path.endsWith(`/${IGNORE_FILE}`);
}

/** Whether a path, with forward slashes, is that of a file that a build writes for others to read. */
export function isBuildFile(path: string): boolean {
  return BUILD_FILES.includes(baseName(path));
}
