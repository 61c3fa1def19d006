/**
 * Which files are source, as globs. The rule itself is `sourceLanguage`; globs can only be a little wider than it.
 */
import { OPERATIONS_GLOBS } from '#core/operations/operationsGlobs.js';

const ENDINGS = 'c h xs l y def inc i c.in h.in cc cpp cxx c++ hh hpp hxx ipp tcc ll yy'.split(' ');

/** Endings of files that VS Code does not take for C or C++ by itself. */
const ENDINGS_OF_OTHER_LANGUAGES = 'xs l y def inc i c.in h.in ipp tcc ll yy'.split(' ');

/** Glob of all files that may be source; what it finds is still to be asked of `sourceLanguage`. */
export const SOURCE_GLOB = `**/*.{${ENDINGS.flatMap(bothCases).join(',')},c-*,h-*}`;

/** Glob of all files that may be of a build system; what it finds is still to be asked of `isBuildFile`. */
export const BUILD_FILE_GLOB =
  '**/{configure,configure.ac,configure.in,*.m4,Makefile,makefile,GNUmakefile,Makefile.inc,*.mk,*.am,CMakeLists.txt,*.cmake,meson.build,meson_options.txt,meson.options,Kconfig*,Config.in,Config.src,auto/**}';

/** Glob of files by which a program is run and looked after; what it finds is still to be asked of `mayBeOperations`. */
export const OPERATIONS_GLOB = `**/{${OPERATIONS_GLOBS.join()}}`;

/** Glob of source files that have to be named, since their language is not C or C++. */
export const OTHER_SOURCE_GLOB = `**/*.{${ENDINGS_OF_OTHER_LANGUAGES.flatMap(bothCases).join(',')},c-*,h-*}`;

function bothCases(ending: string): [lower: string, upper: string] {
  return [ending, ending.toUpperCase()];
}
