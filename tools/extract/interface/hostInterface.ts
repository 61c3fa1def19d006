/**
 * What a Linux host gives to those who compile on it: the C library's headers as the compiler sees them, and the
 * symbols of its libraries.
 */
import { spawnSync } from 'node:child_process';
import type { BuildInterface } from '#core/knowledge/schema.generated.js';
import { interfaceOf } from './interfaceText.js';

/** Feature-test macros decide what headers define; those themselves are the program's. */
const FEATURE_TEST = /^_\w+_SOURCE$|^__USE_/;

/** Of the kernel's own headers only names count that are reserved: all of them would be many. */
const KERNEL_HEADER =
  /\/include\/(?:[\w-]+\/)?(?:linux|asm|asm-generic|drm|misc|mtd|rdma|scsi|sound|video|xen)\//;

/** Those whose structs and members programs ask for; of the others only macros count. */
const ASKED_KERNEL_HEADER =
  /\/include\/linux\/(?:audit|dma-buf|errqueue|falloc|fb|filter|fs|if_alg|if_tun|input|netlink|perf_event|random|rtnetlink|seccomp|sock_diag|tcp|videodev2|vm_sockets)\.h$/;

/** @param headers of the C library and the kernel, that a program may include; @param libraries whose symbols count. */
export function hostInterface(
  source: string,
  headers: readonly string[],
  libraries: readonly string[],
): BuildInterface {
  const macros = new Set(compilerMacros());
  const declared = new Set<string>();
  const plain = new Set(
    definesOf(run('cc', ['-dM', '-E', '-x', 'c', '-include', 'features.h', '/dev/null'])),
  );
  for (const header of headers) {
    const text = run('cc', ['-D_GNU_SOURCE', '-dD', '-E', '-P', '-x', 'c', header]);
    const isKernels = KERNEL_HEADER.test(header);
    for (const name of definesOf(text)) {
      if ((isKernels && !name.startsWith('_')) || (FEATURE_TEST.test(name) && !plain.has(name))) continue;
      macros.add(name);
    }
    if (isKernels && !ASKED_KERNEL_HEADER.test(header)) continue;
    for (const [name] of text.replace(/^#.*$/gm, '').matchAll(/[A-Za-z_]\w*/g)) declared.add(name);
  }
  return {
    ...interfaceOf(
      source,
      [...headers.map(includedName), ...OF_COMPILER.map((name) => `${name}.h`)],
      macros,
      declared,
    ),
    functions: symbolsOf(libraries).join(' '),
  };
}

/** Headers that come with the compiler and not with the C library. */
const OF_COMPILER = 'float iso646 limits stdalign stdarg stdatomic stdbool stddef stdint stdnoreturn'.split(
  ' ',
);

/** What hangs on options of the compiler, and on the system for which it compiles. */
const BY_OPTION_OR_SYSTEM = /linux|unix|pic|pie|cet|ssp|optimize|stdc_i/i;

/** Macros of the compiler itself and of its headers. */
export function compilerMacros(): string[] {
  const own = definesOf(run('cc', ['-dM', '-E', '-x', 'c', '/dev/null']));
  const includes = OF_COMPILER.flatMap((header) => ['-include', `${header}.h`]);
  const ofHeaders = definesOf(run('cc', ['-dD', '-E', '-P', '-x', 'c', ...includes, '/dev/null']));
  return [
    ...own.filter((name) => name.startsWith('_') && !BY_OPTION_OR_SYSTEM.test(name)),
    ...ofHeaders.filter((name) => /^[A-Za-z]/.test(name)),
  ];
}

/** As it is included: what follows the folder of all headers, and of those of one machine. */
function includedName(path: string): string {
  return path.replace(/^.*?\/include\/(?:x86_64-linux-gnu\/)?/, '');
}

function definesOf(text: string): string[] {
  return [...text.matchAll(/^#define (\w+)/gm)].map(([, name]) => name);
}

/** What programs may be linked with: not what is private to the libraries. */
function symbolsOf(libraries: readonly string[]): string[] {
  const names = new Set<string>();
  for (const library of libraries) {
    const isShared = library.includes('.so');
    const text = run('nm', [...(isShared ? ['-D'] : []), '--defined-only', library]);
    for (const [, name, version] of text.matchAll(/ [TWi] (\w+)(@@?\S+)?$/gm)) {
      // One at is a symbol that only older programs are linked with.
      const isCurrent = version === undefined ? !isShared : version.startsWith('@@');
      if (isCurrent && version !== '@@GLIBC_PRIVATE') names.add(name);
    }
  }
  return [...names].sort();
}

function run(program: string, args: readonly string[]): string {
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  return stdout;
}
