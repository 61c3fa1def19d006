/**
 * What a file's path says of it: code of one operating system, a test, an example, a stand-in for a function that
 * a platform may lack. By words of the path, in the ways that projects name such files.
 */

/** An operating system, by the name that guards use. */
export type OperatingSystem = string;

export interface PathRole {
  /** Systems that the path names; empty for code that is for all. */
  readonly systems: readonly OperatingSystem[];
  readonly isTest: boolean;
  readonly isExample: boolean;
  /** A folder that holds stand-ins for functions of the platform. */
  readonly isReplacement: boolean;
}

const SYSTEM_WORDS: Readonly<Record<string, OperatingSystem>> = {
  ...named(
    'windows',
    'win win32 win64 windows winnt nt w32 wince mingw mingw32 msvc msys vc iocp winsock mswin',
  ),
  ...named('darwin', 'darwin macos macosx osx mac mach apple cocoa'),
  ...named('freebsd', 'freebsd dragonfly'),
  ...named('netbsd', 'netbsd'),
  ...named('openbsd', 'openbsd'),
  ...named('bsd', 'kqueue kevent'),
  ...named('solaris', 'solaris sunos sun illumos devpoll eventport evport'),
  ...named('aix', 'aix pollset os390 zos mvs ibmi as400 os400'),
  ...named('hpux', 'hpux irix tru64 osf unixware sco ultrix dgux'),
  ...named(
    'other',
    'os2 vms openvms amiga amigaos beos haiku netware nwlm novell dos djgpp msdos symbian epoc plan9 qnx vxworks riscos tandem cygwin android ios emscripten wasi',
  ),
  ...named('linux', 'linux epoll inotify'),
};

/** Words that name a system in macros too; short ones that mean other things there are left out. */
const MACRO_WORDS = new Set(
  (
    'win32 win64 windows winnt wince w32 mingw mingw32 mingw64 msvc msys cygwin darwin macos macosx osx apple freebsd ' +
    'netbsd openbsd dragonfly solaris sunos aix hpux irix tru64 osf ultrix os2 vms openvms amiga amigaos beos haiku ' +
    'netware msdos djgpp symbian plan9 qnx vxworks riscos android emscripten os390 mvs kqueue'
  ).split(' '),
);

/** The operating system that a macro is named for (`USE_WIN32`, `MS_WINDOWS`, `NGX_LINUX`), or undefined. */
export function systemOfMacro(name: string): OperatingSystem | undefined {
  const words = name
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
  const last = words[words.length - 1];
  if (last === 'linux' || last === 'unix') return last;
  const word = words.find((candidate) => MACRO_WORDS.has(candidate));
  if (word === undefined || /^(?:have|has|no|not|without|disable)$/.test(words[0])) return undefined;
  return word === 'cygwin' ? 'other' : SYSTEM_WORDS[word];
}

const TEST_WORDS =
  /^(?:test[a-z0-9]*|unittests?|t|bench|benchmarks?|fuzz|fuzzing|fuzzers?|regress|regression|selftests?|check|mock|mocks|spec|specs|qa)$/;
const EXAMPLE_WORDS = /^(?:examples?|samples?|demos?|contrib|docs?|tutorials?|doc)$/;
const REPLACEMENT_WORDS =
  /^(?:compat|libcompat|openbsd-compat|bsd-compat|replace|libreplace|replacements?|missing|gnulib|gl|libobj|libobjs|portability|portable|liblite|lite|libiberty)$/;

/** Reads a path relative to the scanned folder, with forward slashes. */
export function pathRole(path: string): PathRole {
  const slash = path.lastIndexOf('/');
  const folder = folderRole(path.slice(0, slash + 1));
  const stem = path
    .slice(slash + 1)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
  const stemWords = stem.split(/[^a-z0-9]+/);
  const systems = new Set(folder.systems);
  for (const word of stemWords) addSystem(systems, word);
  return {
    systems: [...systems],
    isTest:
      folder.isTest ||
      (stemWords.length > 1 &&
        (TEST_FILE.test(stemWords[0]) || TEST_FILE.test(stemWords[stemWords.length - 1]))) ||
      /^(?:test[a-z0-9]*|unittest|benchmark|bench)$/.test(stemWords[0]),
    isExample: folder.isExample || /^(?:examples?|samples?|demos?)$/.test(stem),
    isReplacement: folder.isReplacement,
  };
}

/** The folder that was read last: files are mostly asked about folder by folder. */
let last: { readonly folder: string; readonly role: PathRole } | undefined;

function folderRole(folder: string): PathRole {
  if (last?.folder === folder) return last.role;
  const folders = folder.toLowerCase().split('/').slice(0, -1);
  const systems = new Set<string>();
  if (folders.includes('bsd')) systems.add('bsd');
  for (const one of folders) for (const word of one.split(/[^a-z0-9]+/)) addSystem(systems, word);
  const role: PathRole = {
    systems: [...systems],
    isTest: folders.some((one) => one.split(/[-_.]/).some((word) => TEST_WORDS.test(word))),
    isExample: folders.some((one) => EXAMPLE_WORDS.test(one)),
    isReplacement: folders.some((one) => REPLACEMENT_WORDS.test(one)),
  };
  last = { folder, role };
  return role;
}

const TEST_FILE = /^(?:tests?|unittest|bench|benchmark|fuzz|fuzzer)$/;

function addSystem(systems: Set<string>, word: string): void {
  if (Object.hasOwn(SYSTEM_WORDS, word)) systems.add(SYSTEM_WORDS[word]);
}

function named(system: OperatingSystem, words: string): Record<string, OperatingSystem> {
  return Object.fromEntries(words.split(' ').map((word) => [word, system]));
}
