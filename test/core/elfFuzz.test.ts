import assert from 'node:assert/strict';
import type { ReadBinary } from '#core/binaries/binaryFacts.js';
import { readBinary } from '#core/binaries/readBinary.js';
import type { ByteSource } from '#core/elf/byteSource.js';
import { archiveOf, elfFile, type TestElf } from '../support/elfFile.js';
import { Random } from '../support/random.js';

const SEEDS = 400;

const BASE: TestElf = {
  type: 'shared',
  interpreter: '/lib/ld.so',
  needed: ['libc.so.6', 'libm.so.6'],
  soname: 'libapp.so',
  symbols: [
    ...Array.from({ length: 20 }, (_, i) => ({
      name: `import_${i}`,
      is: 'needed' as const,
      library: i % 3 === 0 ? 'libm.so.6' : 'libc.so.6',
      version: `V_${i % 5}`,
    })),
    ...Array.from({ length: 10 }, (_, i) => ({ name: `export_${i}`, is: 'defined' as const })),
  ],
  code: Array.from({ length: 200 }, (_, i) => (i * 7) % 256),
};

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['a library', elfFile(BASE)],
  ['a library without sections', elfFile({ ...BASE, hasSections: false, hash: 'sysv' })],
  ['a 32-bit big-endian library', elfFile({ ...BASE, bits: 32, order: 'big' })],
  ['an object file', elfFile({ ...BASE, type: 'relocatable' })],
  [
    'an archive',
    archiveOf([
      ['a.o', elfFile({ ...BASE, type: 'relocatable' })],
      ['a_long_name_of_a_member.o', elfFile({ ...BASE, type: 'relocatable', bits: 32 })],
    ]),
  ],
];

/** A source that counts what is asked of it, and gives nothing beyond its end. */
class CountedSource implements ByteSource {
  asked = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get size(): number {
    return this.bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    assert.ok(Number.isSafeInteger(offset) && offset >= 0, `offset ${offset}`);
    const part = this.bytes.slice(offset, offset + length);
    this.asked += part.length;
    return part;
  }
}

describe('core: damaged binaries', () => {
  for (const [name, bytes] of FILES) {
    it(`are read without a crash, in few passes, and give no more than they hold: ${name}`, () => {
      const whole = namesOf(readBinary('app', new CountedSource(bytes))).join();
      let different = 0;
      for (let seed = 1; seed <= SEEDS; seed++) {
        const source = new CountedSource(damaged(bytes, new Random(seed)));
        const read = readBinary('app', source);
        assert.ok(source.asked <= 20 * (bytes.length + 8), `seed ${seed}: ${source.asked} bytes asked for`);
        const names = namesOf(read);
        assert.ok(
          names.join('').length <= 3 * bytes.length,
          `seed ${seed}: ${names.join('').length} characters`,
        );
        if (names.join() !== whole) different++;
      }
      assert.ok(different > SEEDS / 10, `${different} of ${SEEDS} read otherwise: too few to mean anything`);
    });
  }

  it('with a table of symbols that never ends: the rest is told, not read', () => {
    // One name, shared by so many symbols that all of them together are far larger than the file.
    const name = 'n'.repeat(4000);
    const symbols = Array.from({ length: 2000 }, () => ({ name, is: 'needed' as const }));
    const bytes = elfFile({ type: 'shared', symbols });
    const read = readBinary('app', new CountedSource(bytes));
    assert.ok('facts' in read);
    assert.deepEqual(read.problems, ['it tells of more symbols than it can hold; some were not read']);
    assert.ok(namesOf(read).length > 100 && namesOf(read).length < 1500);
  });
});

/** One to four changes: bytes, whole numbers that are huge or small, or the end cut off. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const result = Uint8Array.from(bytes);
  const changes = 1 + random.below(4);
  for (let i = 0; i < changes; i++) {
    // Headers are where it hurts most.
    const at = random.below(random.below(2) === 0 ? 400 : result.length);
    const kind = random.below(4);
    if (kind === 0) result[at] = random.below(256);
    else if (kind === 1) result.fill(random.pick([0, 0xff, 0x7f]), at, at + random.pick([2, 4, 8]));
    else if (kind === 2) result.copyWithin(at, random.below(result.length), random.below(result.length));
    else return result.slice(0, random.below(result.length));
  }
  return result;
}

/** All names that were read. */
function namesOf(read: ReadBinary): string[] {
  if ('problem' in read) return [];
  const { imports, exports, needed } = read.facts;
  return [...imports.map(({ name }) => name), ...exports, ...needed];
}
