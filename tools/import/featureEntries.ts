/**
 * Makes the list of all features: what either target has a statement for, and every name that exists.
 */
import type { FeatureEntry, Standard } from '#core/knowledge/schema.generated.js';
import type { FactRow, Universe } from './factRow.js';
import { familyOf } from './families.js';
import { featureId } from './featureId.js';
import { noteOf } from './noteOf.js';
import type { StatementMap } from './statementMap.js';

/** Headers that declare the flags of a call. */
const HEADER_OF_SCOPE: Readonly<Record<string, string>> = {
  signal: 'signal.h',
};

const STANDARDS: Readonly<Record<string, Standard>> = {
  posix2017: 'posix2017',
  glibc: 'glibc',
  // The library of the Linux system calls io_setup and its kin.
  libaio: 'linux',
};

/** Entries of all features by id. */
export function featureEntries(
  universe: Universe,
  rows: readonly FactRow[],
  maps: readonly StatementMap[],
): Record<string, FeatureEntry> {
  const headers = new Map<string, string>();
  const standards = new Map<string, Standard[]>();
  const ids = new Set<string>();
  for (const row of rows) {
    const id = featureId(row);
    if (!id) continue;
    ids.add(id);
    if (row.header && !headers.has(id)) headers.set(id, row.header);
    if (/^(syscall|path\/(proc|sys))\b/.test(id) && !id.startsWith('path/sys/osv'))
      standards.set(id, ['linux']);
  }
  for (const { name, from, header } of universe.functions) {
    const id = `function/${name}`;
    ids.add(id);
    if (header) headers.set(id, header);
    standards.set(
      id,
      from.map((one) => STANDARDS[one]),
    );
  }
  for (const { name } of universe.syscalls) {
    ids.add(`syscall/${name}`);
    standards.set(`syscall/${name}`, ['linux']);
  }
  for (const map of maps) for (const id of map.keys()) ids.add(id);
  return Object.fromEntries(
    [...ids].map((id) => [id, entry(id, headers.get(id), standardsOf(id, standards))]),
  );
}

/** A path below `self` is as old as the one of any process. */
function standardsOf(id: string, standards: ReadonlyMap<string, Standard[]>): Standard[] | undefined {
  return standards.get(id) ?? standards.get(id.replace('path/proc/self/', 'path/proc/[pid]/'));
}

function entry(id: string, header: string | undefined, standards: Standard[] | undefined): FeatureEntry {
  const declared = header ?? HEADER_OF_SCOPE[id.split('/')[0]];
  const note = noteOf(id);
  return {
    family: familyOf(id, declared),
    ...(declared ? { header: declared } : {}),
    ...(standards ? { standards } : {}),
    ...(note ? { note } : {}),
  };
}
