/**
 * What the file of Rumprun says about the target itself.
 */
import type { TargetFile } from '#core/knowledge/schema.generated.js';
import { OSV_HEAD } from './osvHead.js';

/** Names that say which system compiles; those that Rumprun's compiler defines are taken out below. */
const SYSTEMS = OSV_HEAD.predefines?.undefined ?? [];
const DEFINED = new Set(['__NetBSD__', '__RUMPRUN__']);

export const RUMPRUN_HEAD: Omit<TargetFile, 'statements'> = {
  $schema: '../schema/target.schema.json',
  id: 'rumprun',
  name: 'Rumprun',
  summary:
    'A unikernel made of NetBSD kernel components and NetBSD libraries: a program is compiled with its toolchain and baked into one image. Its development has ended. The facts are those of x86-64 with the default bake sets.',
  repositories: {
    rumprun: { name: 'rumpkernel/rumprun', commit: 'b04d4222', date: '2020-05-11' },
    'src-netbsd': { name: 'rumpkernel/src-netbsd', commit: 'b8b951e9', date: '2016-08-02' },
    'buildrump.sh': { name: 'rumpkernel/buildrump.sh', commit: '9c9b022c' },
  },
  versions: [{ id: 'master', commit: 'b04d4222', date: '2020-05-11' }],
  options: {},
  hostBuild: {
    holds: false,
    reason:
      "A program for Rumprun is cross-compiled: its toolchain leaves the host's headers out and takes those of NetBSD.",
    evidence: [{ read: 'app-tools/specs-compile_or_ferment.in:4' }],
  },
  predefines: {
    macros: {
      __RUMPRUN__: '1',
      __NetBSD__: '1',
      __NetBSD_Version__: '799003400',
      NetBSD: '199905',
      BSD: '199506',
      BSD4_3: '1',
      BSD4_4: '1',
      __unix__: '1',
      __unix: '1',
      __x86_64__: '1',
      __x86_64: '1',
      __amd64__: '1',
      __amd64: '1',
      __LP64__: '1',
      _LP64: '1',
      __ELF__: '1',
      __GNUC__: '12',
      __STDC__: '1',
      __STDC_HOSTED__: '1',
      __SIZEOF_POINTER__: '8',
      __SIZEOF_LONG__: '8',
      __BYTE_ORDER__: '__ORDER_LITTLE_ENDIAN__',
      __ORDER_LITTLE_ENDIAN__: '1234',
      __ORDER_BIG_ENDIAN__: '4321',
    },
    undefined: [
      '__linux__',
      '__linux',
      'linux',
      '__gnu_linux__',
      '__GLIBC__',
      ...SYSTEMS.filter((name) => !DEFINED.has(name)),
    ],
  },
  complete: ['function', 'syscall', 'path'],
};
