import assert from 'node:assert/strict';
import type { BinaryFacts } from '#core/binaries/binaryFacts.js';
import { isBinaryFile, readBinary } from '#core/binaries/readBinary.js';
import { sourceOf } from '#core/elf/byteSource.js';
import { archiveOf, elfFile, type TestElf, type TestSymbol } from '../support/elfFile.js';

/** Facts of a sound file. */
function factsOf(bytes: Uint8Array, path = 'app'): BinaryFacts {
  const read = readBinary(path, sourceOf(bytes));
  assert.ok('facts' in read, JSON.stringify(read));
  assert.deepEqual(read.problems, []);
  return read.facts;
}

/** Imports as `name@version/library`, with `?` where they are weak and how they are reached unless called. */
function importsOf({ imports }: BinaryFacts): string[] {
  return imports.map(({ name, from, isWeak, reached }) => {
    const version = from ? `@${from.version}/${from.library}` : '';
    return `${name}${version}${isWeak ? '?' : ''}${reached === 'call' ? '' : ` ${reached}`}`;
  });
}

const SYMBOLS: readonly TestSymbol[] = [
  { name: 'fork', is: 'needed', library: 'libc.so.6', version: 'GLIBC_2.2.5' },
  { name: 'dlopen', is: 'needed', library: 'libc.so.6', version: 'GLIBC_2.34' },
  { name: 'SSL_new', is: 'needed', library: 'libssl.so.3', version: 'OPENSSL_3.0.0' },
  { name: 'stderr', is: 'needed', isData: true, library: 'libc.so.6', version: 'GLIBC_2.2.5' },
  { name: '__gmon_start__', is: 'needed', isWeak: true },
  { name: 'environ', is: 'copied', library: 'libc.so.6', version: 'GLIBC_2.2.5' },
  { name: 'app_hook', is: 'defined' },
  { name: 'app_inner', is: 'defined', isHidden: true },
];

const IMPORTS = [
  'fork@GLIBC_2.2.5/libc.so.6',
  'dlopen@GLIBC_2.34/libc.so.6',
  'SSL_new@OPENSSL_3.0.0/libssl.so.3',
  'stderr@GLIBC_2.2.5/libc.so.6 address',
  '__gmon_start__?',
  'environ@GLIBC_2.2.5/libc.so.6 load',
];

describe('core: binaries', () => {
  describe('an ELF file', () => {
    for (const bits of [64, 32] as const) {
      for (const order of ['little', 'big'] as const) {
        for (const hash of ['gnu', 'sysv', 'none'] as const) {
          for (const hasSections of [true, false]) {
            it(`of ${bits} bits, ${order}-endian, hash ${hash}, ${hasSections ? 'with' : 'without'} sections`, () => {
              const elf: TestElf = {
                type: 'shared',
                bits,
                order,
                hash,
                hasSections,
                needed: ['libssl.so.3', 'libc.so.6'],
                soname: 'libapp.so.1',
                symbols: SYMBOLS,
              };
              const facts = factsOf(elfFile(elf));
              // Without a hash and sections only the place of the names tells where the symbols end.
              const isExact = hash !== 'none' || hasSections;
              assert.deepEqual(
                isExact ? importsOf(facts) : importsOf(facts).slice(0, IMPORTS.length),
                IMPORTS,
              );
              assert.deepEqual([...facts.exports], ['environ', 'app_hook']);
              assert.deepEqual(facts.needed, ['libssl.so.3', 'libc.so.6']);
              assert.equal(facts.soname, 'libapp.so.1');
              assert.equal(facts.bits, bits);
              assert.equal(facts.isLittleEndian, order === 'little');
            });
          }
        }
      }
    }

    const needed = ['libc.so.6'];
    const kinds: readonly (readonly [string, TestElf, Partial<BinaryFacts>])[] = [
      [
        'a program at fixed addresses',
        { type: 'executable', interpreter: '/ld', needed },
        { kind: 'executable' },
      ],
      ['a program that may lie anywhere', { type: 'shared', interpreter: '/ld', needed }, { kind: 'pie' }],
      ['a static program', { type: 'executable', isDynamic: false }, { kind: 'executable', isStatic: true }],
      [
        'a static program that may lie anywhere',
        { type: 'shared', isPie: true },
        { kind: 'pie', isStatic: true },
      ],
      ['a library', { type: 'shared', needed }, { kind: 'shared-object', isStatic: false }],
      [
        'a library that can be started',
        { type: 'shared', interpreter: '/ld', soname: 'libc.so.6' },
        { kind: 'shared-object', isStatic: false },
      ],
      ['an object file', { type: 'relocatable' }, { kind: 'object', isStatic: false }],
    ];
    for (const [name, elf, expected] of kinds) {
      it(`is ${name}`, () => {
        const facts = factsOf(elfFile(elf));
        assert.deepEqual({ ...facts, ...expected }, facts);
      });
    }

    it('is for a machine', () => {
      assert.equal(factsOf(elfFile({ type: 'shared', machine: 183 })).machine, 'aarch64');
      assert.equal(factsOf(elfFile({ type: 'shared', machine: 9999 })).machine, 'machine 9999');
    });

    it('is called as it says, else as its file', () => {
      assert.equal(factsOf(elfFile({ type: 'shared' }), 'lib/libapp.so').soname, 'libapp.so');
    });

    it('tells where an object file is for the linker to optimise', () => {
      const mark: TestSymbol = { name: '__gnu_lto_slim', is: 'defined' };
      const read = readBinary('a.o', sourceOf(elfFile({ type: 'relocatable', symbols: [mark] })));
      assert.ok('facts' in read);
      assert.deepEqual(read.problems, [
        'it holds code for optimisation by the linker, which tells no imports',
      ]);
    });

    it('tells imports of an object file, without the version in a name', () => {
      const symbols: TestSymbol[] = [
        { name: 'fork', is: 'needed' },
        { name: 'stat', is: 'needed', version: 'GLIBC_2.33' },
        { name: 'own', is: 'defined', isHidden: true },
      ];
      const facts = factsOf(elfFile({ type: 'relocatable', symbols }));
      assert.deepEqual(importsOf(facts), ['fork', 'stat']);
      assert.deepEqual(
        [...facts.exports],
        ['own'],
        'the linker of a program sees what is hidden from others',
      );
    });
  });

  describe('an archive', () => {
    const member = (symbols: readonly TestSymbol[]): Uint8Array => elfFile({ type: 'relocatable', symbols });

    it('imports what its members do not define', () => {
      const bytes = archiveOf([
        [
          'a.o',
          member([
            { name: 'fork', is: 'needed' },
            { name: 'helper', is: 'needed' },
          ]),
        ],
        ['a_name_longer_than_fifteen.o', member([{ name: 'helper', is: 'defined', isHidden: true }])],
        ['README', Uint8Array.of(65, 66, 67)],
      ]);
      const facts = factsOf(bytes, 'libapp.a');
      assert.equal(facts.kind, 'archive');
      assert.equal(facts.members, 2);
      assert.deepEqual(importsOf(facts), ['fork']);
      assert.ok(facts.exports.has('helper'));
    });

    it('needs what one member needs, however weakly another asks', () => {
      const facts = factsOf(
        archiveOf([
          ['a.o', member([{ name: 'fork', is: 'needed', isWeak: true }])],
          ['b.o', member([{ name: 'fork', is: 'needed' }])],
          ['c.o', member([{ name: 'fork', is: 'needed', isWeak: true }])],
        ]),
      );
      assert.deepEqual(importsOf(facts), ['fork']);
    });

    it('is read up to where it breaks, and that is told', () => {
      const whole = archiveOf([
        ['a.o', member([{ name: 'fork', is: 'needed' }])],
        ['b.o', member([{ name: 'kill', is: 'needed' }])],
      ]);
      const second = archiveOf([['a.o', member([{ name: 'fork', is: 'needed' }])]]).length;
      const broken = Uint8Array.from(whole);
      broken.fill(0x20, second, second + 60);
      const read = readBinary('libapp.a', sourceOf(broken));
      assert.ok('facts' in read);
      assert.deepEqual(importsOf(read.facts), ['fork']);
      assert.deepEqual(read.problems, [`no member begins at byte ${second}; what follows was not read`]);
    });

    const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['one without object files', archiveOf([['a.txt', Uint8Array.of(65)]]), /without ELF object files/],
      ['an empty one', archiveOf([]), /without ELF object files/],
      ['a thin one', new TextEncoder().encode('!<thin>\n'), /thin archive/],
    ];
    for (const [name, bytes, problem] of refused) {
      it(`is refused: ${name}`, () => {
        const read = readBinary('libapp.a', sourceOf(bytes));
        assert.ok('problem' in read);
        assert.match(read.problem, problem);
      });
    }
  });

  describe('a file', () => {
    it('is a binary by its first bytes', () => {
      const text = (content: string): Uint8Array => new TextEncoder().encode(content);
      assert.ok(isBinaryFile(elfFile({ type: 'shared' })));
      assert.ok(isBinaryFile(text('!<arch>\nx')));
      assert.ok(isBinaryFile(text('!<thin>\n')));
      assert.ok(!isBinaryFile(text('int main;')));
      assert.ok(!isBinaryFile(text('!<arch')));
      assert.ok(!isBinaryFile(new Uint8Array(0)));
    });

    const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['a memory image', elfFile({ type: 'core' }), /core dump/],
      ['debug information', elfFile({ type: 'shared', isWithoutCode: true }), /without the program/],
      [
        'an unknown class',
        Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 9, 1, ...Array(60).fill(0)),
        /class or byte order/,
      ],
      ['one that ends in its header', elfFile({ type: 'shared' }).subarray(0, 40), /ends within its header/],
      ['another format', new TextEncoder().encode('MZ'.padEnd(64)), /no ELF file/],
    ];
    for (const [name, bytes, problem] of refused) {
      it(`is refused: ${name}`, () => {
        const read = readBinary('app', sourceOf(bytes));
        assert.ok('problem' in read);
        assert.match(read.problem, problem);
      });
    }

    it('that is cut off is read in part, and that is told', () => {
      const whole = elfFile({ type: 'shared', symbols: SYMBOLS, needed: ['libc.so.6'], hasSections: false });
      const read = readBinary('app', sourceOf(whole.subarray(0, whole.length - 64)));
      assert.ok('facts' in read);
      assert.deepEqual(read.problems, ['it refers to bytes beyond its end; cut off?']);
    });
  });
});
