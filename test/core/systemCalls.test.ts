import assert from 'node:assert/strict';
import { readBinary } from '#core/binaries/readBinary.js';
import { sourceOf } from '#core/elf/byteSource.js';
import { elfFile, type TestElf } from '../support/elfFile.js';

const SYSCALL = [0x0f, 0x05];
/** `mov eax, 39` */
const NUMBER = [0xb8, 39, 0, 0, 0];
/** `cmp rax, -4095` */
const COMPARE = [0x48, 0x3d, 0x01, 0xf0, 0xff, 0xff];
const NOP = 0x90;

function countIn(code: readonly number[], parts: Partial<TestElf> = {}): number | undefined {
  const read = readBinary('app', sourceOf(elfFile({ type: 'shared', code, ...parts })));
  assert.ok('facts' in read);
  return read.facts.systemCalls;
}

describe('core: instructions that call the kernel', () => {
  const cases: readonly (readonly [string, readonly number[], number])[] = [
    ['with the number before', [...NUMBER, ...SYSCALL, 0xc3], 1],
    ['with a register moved between', [...NUMBER, 0x48, 0x89, 0xfe, ...SYSCALL, 0xc3], 1],
    ['with the number in 64 bits', [0x48, 0xc7, 0xc0, 60, 0, 0, 0, ...SYSCALL, 0xc3], 1],
    ['with number 0', [0x31, 0xc0, ...SYSCALL, 0xc3], 1],
    ['with its result compared', [NOP, ...SYSCALL, ...COMPARE], 1],
    ['several', [...NUMBER, ...SYSCALL, ...NUMBER, ...SYSCALL, ...COMPARE], 2],
    ['not the bytes alone', [NOP, NOP, ...SYSCALL, NOP], 0],
    ['not with a number too large', [0xb8, 0, 0, 1, 0, ...SYSCALL, NOP], 0],
    ['not with the number of another register', [0x41, ...NUMBER, ...SYSCALL, NOP], 0],
    ['not as the middle of a number', [...NUMBER, 0xe8, 0x10, ...SYSCALL, 0x00], 0],
    ['not those of 32 bits', [...NUMBER, 0xcd, 0x80, NOP], 0],
  ];
  for (const [name, code, count] of cases) {
    it(`on x86-64: ${name}`, () => assert.equal(countIn(code), count));
  }

  it('on i386', () => {
    const parts: Partial<TestElf> = { machine: 3, bits: 32 };
    assert.equal(countIn([...NUMBER, 0xcd, 0x80, 0xc3], parts), 1);
    assert.equal(countIn([...NUMBER, 0x0f, 0x34, 0xc3], parts), 1);
    assert.equal(countIn([...NUMBER, ...SYSCALL, 0xc3], parts), 0);
  });

  it('on aarch64: at offsets that four divides', () => {
    const call = [0x01, 0x00, 0x00, 0xd4];
    assert.equal(countIn([...call, NOP, NOP, NOP, NOP, ...call], { machine: 183 }), 2);
    assert.equal(countIn([NOP, ...call, NOP, NOP, NOP], { machine: 183 }), 0);
  });

  it('are not told on other machines', () => assert.equal(countIn(NUMBER, { machine: 243 }), undefined));

  it('are found in a file without sections, and each once though several headers name it', () => {
    assert.equal(countIn([...NUMBER, ...SYSCALL, 0xc3], { hasSections: false }), 1);
  });

  it('are found where one piece of the file ends and the next begins', () => {
    const piece = 1 << 20;
    for (const shift of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const code = Array<number>(piece + 64).fill(NOP);
      code.splice(piece - shift, NUMBER.length + 3, ...NUMBER, ...SYSCALL, 0xc3);
      assert.equal(countIn(code), 1, `shift ${shift}`);
    }
  });
});
