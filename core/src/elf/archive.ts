/**
 * Static archives: the members of an `ar` file, in the form of System V and GNU (names longer than 15 bytes stand in
 * a member of their own) or of BSD (they stand before the member's bytes).
 */
import { type ByteSource, partOf } from './byteSource.js';

export interface ArchiveMember {
  readonly name: string;
  readonly source: ByteSource;
}

const MAGIC = '!<arch>\n';
const THIN_MAGIC = '!<thin>\n';
const HEADER_BYTES = 60;
const NAME_BYTES = 16;
/** A table of long names has few megabytes in the largest archives. */
const MOST_NAMES_BYTES = 16 * 1024 * 1024;

/** Whether a file that begins with these bytes is an archive. */
export function isArchive(start: Uint8Array): boolean {
  const magic = latin1(start.subarray(0, MAGIC.length));
  return magic === MAGIC || magic === THIN_MAGIC;
}

/** Whether the archive only names files instead of holding them. */
export function isThinArchive(source: ByteSource): boolean {
  return latin1(source.read(0, MAGIC.length)) === THIN_MAGIC;
}

/**
 * The members of an archive that holds them, one after the other. Returns what is amiss with the file, or undefined:
 * what lies behind a broken header is left out.
 */
export function* archiveMembers(source: ByteSource): Generator<ArchiveMember, string | undefined> {
  let longNames = '';
  for (let at = MAGIC.length; at < source.size; ) {
    const header = latin1(source.read(at, HEADER_BYTES));
    const size = Number.parseInt(header.slice(48, 58), 10);
    if (header.length < HEADER_BYTES || !header.endsWith('`\n') || !(size >= 0)) {
      return `no member begins at byte ${at}; what follows was not read`;
    }
    const start = at + HEADER_BYTES;
    const written = header.slice(0, NAME_BYTES).trimEnd();
    const isTable = written === '/' || written === '/SYM64/' || written === '//';
    if (written === '//') longNames = latin1(source.read(start, Math.min(size, MOST_NAMES_BYTES)));
    if (!isTable) {
      const bsd = /^#1\/(\d+)$/.exec(written);
      const nameLength = Math.min(bsd ? Number(bsd[1]) : 0, size, MOST_NAME_BYTES);
      const name = bsd ? latin1(source.read(start, nameLength)) : gnuName(written, longNames);
      if (!name.startsWith('__.SYMDEF')) {
        const bytes = partOf(source, start + nameLength, size - nameLength);
        yield { name: printable(name), source: bytes };
      }
    }
    // Members begin at even offsets.
    at = start + size + (size % 2);
    if (start + size > source.size) return 'cut off within its last member';
  }
  return undefined;
}

/** Of one name; file names have 255 at most. */
const MOST_NAME_BYTES = 4096;

/** `name.o/`, or `/42` for what stands at that offset among the long names. */
function gnuName(written: string, longNames: string): string {
  const offset = /^\/(\d+)$/.exec(written)?.[1];
  if (offset === undefined) return written.replace(/\/$/, '');
  const start = Number(offset);
  return longNames.slice(start, start + MOST_NAME_BYTES).split('/\n', 1)[0];
}

function printable(name: string): string {
  return name.replace(/\0+$/, '').replace(/[^\x21-\x7e]/g, '?');
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return text;
}

const CHUNK = 4096;
