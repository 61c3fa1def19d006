/**
 * Which files are read for what a build asks for, by their names.
 */
import { baseName } from '../source/baseName.js';

export type BuildSystem =
  | 'autoconf'
  | 'automake'
  | 'cmake'
  | 'meson'
  | 'kconfig'
  | 'feature-script'
  | 'configure-script'
  | 'makefile';

/** What tools copy into a project says nothing of it. */
const COPIED = /^(?:aclocal|libtool|lt[\w~]+|argz|pkg)\.m4$/;

/** Whether a file may say something of macros; its path with forward slashes. */
export function isBuildFile(path: string): boolean {
  return buildSystemOf(path) !== undefined;
}

/** The build system that a file belongs to, or undefined if it is not read. */
export function buildSystemOf(path: string): BuildSystem | undefined {
  const name = baseName(path);
  switch (name) {
    case 'configure.ac':
    case 'configure.in':
      return 'autoconf';
    case 'configure':
      return 'configure-script';
    case 'CMakeLists.txt':
      return 'cmake';
    case 'meson.build':
    case 'meson_options.txt':
    case 'meson.options':
      return 'meson';
    case 'Makefile':
    case 'makefile':
    case 'GNUmakefile':
      return 'makefile';
    case 'Config.in':
    case 'Config.src':
      return 'kconfig';
  }
  if (name.endsWith('.m4')) return COPIED.test(name) ? undefined : 'autoconf';
  if (/^Makefile\.inc(?:\.am)?$|\.am$/.test(name)) return 'automake';
  if (name.endsWith('.cmake')) return 'cmake';
  if (name.endsWith('.mk')) return 'makefile';
  if (/^Kconfig(?:\.\w+)?$/.test(name)) return 'kconfig';
  // nginx and what is made after it.
  return /(?:^|\/)auto\/(?:[\w-]+\/)*[\w-]+$/.test(path) ? 'feature-script' : undefined;
}
