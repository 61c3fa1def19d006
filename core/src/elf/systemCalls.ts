/**
 * Instructions that ask the kernel for something directly. No import tells of them. They are looked for by their
 * bytes in what is executed. On x86 such bytes may also be a part of another instruction, so that only those count
 * beside which the number of the call is loaded or its result is compared.
 */
import { type ElfHeader, SECTION, SECTION_EXECUTABLE, SEGMENT, SEGMENT_EXECUTABLE } from './elfHeader.js';

const MACHINE = { i386: 3, x86_64: 62, aarch64: 183 } as const;

/**
 * How far before an instruction the number of its call is looked for: compilers put it next to it, at times with a
 * register for an argument between. Farther off, as many chance hits as calls are found.
 */
const BEFORE = 12;
const BEHIND = 8;
const CHUNK_BYTES = 1 << 20;
/** No kernel has as many calls. */
const MOST_CALLS = 1024;

/** Whether such instructions can be told on the machine at all. */
export function knowsSystemCalls({ machine }: Pick<ElfHeader, 'machine'>): boolean {
  return machine === MACHINE.i386 || machine === MACHINE.x86_64 || machine === MACHINE.aarch64;
}

/** How many there are; the file is read in pieces, each byte once. */
export function countSystemCalls(header: ElfHeader): number {
  const { machine, reader, isLittleEndian } = header;
  const isArm = machine === MACHINE.aarch64;
  if (!knowsSystemCalls(header) || !isLittleEndian) return 0;
  let count = 0;
  for (const { start, end } of executedRanges(header)) {
    for (let at = start; at < end; at += CHUNK_BYTES) {
      const from = Math.max(start, at - BEFORE);
      const to = Math.min(end, at + CHUNK_BYTES);
      const bytes = reader.source.read(from, Math.min(end, to + BEHIND) - from);
      count += isArm
        ? countOnArm(bytes, at - from, to - from, at % 4)
        : countOnX86(bytes, at - from, Math.min(to - from, bytes.length), machine === MACHINE.x86_64);
    }
  }
  return count;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Places in the file of what is executed, in order; what several headers name counts once. */
function executedRanges({ sections, segments, reader }: ElfHeader): Range[] {
  const code = sections.filter(
    ({ type, flags }) => (flags & SECTION_EXECUTABLE) !== 0 && type !== SECTION.noBits,
  );
  const loaded = segments.filter(
    ({ type, flags }) => type === SEGMENT.load && (flags & SEGMENT_EXECUTABLE) !== 0,
  );
  const ranges =
    code.length > 0
      ? code.map(({ offset, size }) => ({ start: offset, end: offset + size }))
      : loaded.map(({ offset, fileSize }) => ({ start: offset, end: offset + fileSize }));
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    const cut = Math.min(end, reader.size);
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, cut);
    else if (start < cut) merged.push({ start, end: cut });
  }
  return merged;
}

/** `svc #0`: every instruction has four bytes at an offset that four divides. */
function countOnArm(bytes: Uint8Array, from: number, to: number, remainder: number): number {
  let count = 0;
  for (let i = from + ((4 - remainder) % 4); i < to; i += 4) {
    if (bytes[i] === 0x01 && bytes[i + 1] === 0 && bytes[i + 2] === 0 && bytes[i + 3] === 0xd4) count++;
  }
  return count;
}

/** `syscall` (0f 05) in programs of 64 bits, `sysenter` (0f 34) and `int 0x80` (cd 80) in those of 32. */
function countOnX86(bytes: Uint8Array, from: number, to: number, is64: boolean): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const first = bytes[i];
    if (first !== 0x0f && first !== 0xcd) continue;
    const second = bytes[i + 1];
    const isCall = is64
      ? first === 0x0f && second === 0x05
      : (first === 0x0f && second === 0x34) || (first === 0xcd && second === 0x80);
    if (!isCall || isWithinNumber(bytes, i + 2)) continue;
    if (loadsNumber(bytes, i) || comparesResult(bytes, i + 2)) count++;
  }
  return count;
}

/** Whether the next bytes begin no instruction but end a small number, to which the two bytes belong. */
function isWithinNumber(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 || bytes[at] === 0xfe || (bytes[at] === 0xff && bytes[at + 1] === 0xff);
}

/** `mov eax, 39` somewhere before, or `xor eax, eax` just before. */
function loadsNumber(bytes: Uint8Array, at: number): boolean {
  if (at >= 2 && (bytes[at - 2] === 0x31 || bytes[at - 2] === 0x33) && bytes[at - 1] === 0xc0) return true;
  for (let i = Math.max(0, at - BEFORE); i + 5 <= at; i++) {
    // With 41 before it, it loads another register.
    if (bytes[i] === 0xb8 && bytes[i - 1] !== 0x41 && isCallNumber(bytes, i + 1)) return true;
    // The same in 64 bits.
    const isWide = bytes[i] === 0x48 && bytes[i + 1] === 0xc7 && bytes[i + 2] === 0xc0 && i + 7 <= at;
    if (isWide && isCallNumber(bytes, i + 3)) return true;
  }
  return false;
}

function isCallNumber(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 2] === 0 && bytes[at + 3] === 0 && bytes[at] + bytes[at + 1] * 256 < MOST_CALLS;
}

/** `cmp rax, -4095` or `-4096`: above it the result is an error. */
function comparesResult(bytes: Uint8Array, at: number): boolean {
  const start = bytes[at] === 0x48 ? at + 1 : at;
  const low = bytes[start + 1];
  return (
    bytes[start] === 0x3d &&
    (low === 0x00 || low === 0x01) &&
    bytes[start + 2] === 0xf0 &&
    bytes[start + 3] === 0xff &&
    bytes[start + 4] === 0xff
  );
}
