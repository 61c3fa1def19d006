/**
 * What functions do on OSv in programs that bring glibc along, where the system call behind them does not tell:
 * glibc makes processes with clone, and clone makes threads there.
 */
import type { Case, Evidence, Statement } from '#core/knowledge/schema.generated.js';
import { generalStatement, type StatementMap } from './statementMap.js';

const FORK: Case = { behaviour: 'fails', returns: -1, errno: 'ENOSYS' };

const CASES: Readonly<Record<string, readonly [Case, string]>> = {
  'function/_Fork': [FORK, 'glibc calls clone without CLONE_THREAD, which gives ENOSYS.'],
  'function/fork': [FORK, 'glibc calls clone without CLONE_THREAD, which gives ENOSYS.'],
  'function/daemon': [
    FORK,
    'It forks first, and glibc calls clone without CLONE_THREAD, which gives ENOSYS.',
  ],
  'function/posix_spawn': [
    { behaviour: 'fails', returns: 'ENOSYS', errno: 'ENOSYS' },
    'glibc calls clone without CLONE_THREAD, which gives ENOSYS; that is the returned error.',
  ],
  'function/posix_spawnp': [
    { behaviour: 'fails', returns: 'ENOSYS', errno: 'ENOSYS' },
    'glibc calls clone without CLONE_THREAD, which gives ENOSYS; that is the returned error.',
  ],
  'function/popen': [
    { behaviour: 'fails', returns: 'NULL', errno: 'ENOMEM' },
    'No process can be made: NULL is returned, with ENOMEM.',
  ],
  'function/system': [
    { behaviour: 'fails', returns: 127 << 8, errno: 'unchanged' },
    'No process can be made: the returned status says that the shell could not be run (exit code 127).',
  ],
};

/** Adds the statements to those of OSv. */
export function addLinuxLoader(map: StatementMap): void {
  const clone = map.get('syscall/clone');
  const evidence: Evidence[] = clone ? generalStatement(clone).evidence.filter((one) => 'read' in one) : [];
  for (const [id, [one, note]] of Object.entries(CASES)) {
    const statement: Statement = { option: 'linux-ld', cases: [one], note, evidence: [...evidence] };
    const entry = map.get(id);
    if (entry) {
      entry.statements.unshift(statement);
      entry.curated = true;
    }
  }
}
