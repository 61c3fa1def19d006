/**
 * Splits statements by version where an older version lacks the feature.
 */
import type { Case, Evidence, Statement } from '#core/knowledge/schema.generated.js';
import { addStatement, generalStatement, type StatementMap } from './statementMap.js';

/** Makes the statement of a feature hold from `version` on, and says that it is missing before. */
export function missingBefore(map: StatementMap, id: string, version: string): boolean {
  const entry = map.get(id);
  if (!entry) return false;
  const general = generalStatement(entry);
  const newer: Statement = { since: version, ...general };
  entry.statements = entry.statements.map((one) => (one === general ? newer : one));
  addStatement(map, id, {
    until: version,
    cases: [missingCase(id)],
    note: noteOf(id),
    evidence: [evidenceOf(id)],
  });
  return true;
}

function missingCase(id: string): Case {
  if (id.startsWith('function/') || id.startsWith('flag/mremap/')) {
    return { behaviour: 'missing', at: 'first-call', effect: 'abort' };
  }
  if (id.startsWith('path/')) return { behaviour: 'missing', at: 'open', returns: -1, errno: 'ENOENT' };
  return { behaviour: 'missing', at: 'call', returns: -1, errno: 'ENOSYS' };
}

function noteOf(id: string): string {
  const [kind, scope] = id.split('/');
  if (kind === 'flag') return `${scope} itself is not in this version.`;
  if (kind === 'function') return 'Not in this version: the first call aborts the guest.';
  if (kind === 'path') return 'Not in this version; open fails.';
  return 'Not in the system-call table of this version, which answers with ENOSYS.';
}

/** Looked for in the source of the older version. */
function evidenceOf(id: string): Evidence {
  return { absent: placeOf(id), repository: 'osv-0.57' };
}

function placeOf(id: string): string {
  if (id.startsWith('function/sem_')) return 'exported_symbols/';
  if (id.startsWith('function/') || id.startsWith('flag/mremap/')) {
    return 'exported_symbols/osv_libc.so.6.symbols';
  }
  return id.startsWith('path/') ? 'fs/sysfs/sysfs_vnops.cc' : 'linux.cc';
}
