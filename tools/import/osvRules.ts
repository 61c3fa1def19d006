/**
 * What is particular to OSv: how a missing thing shows there, and rows and notes that need correction.
 */
import type { Case } from '#core/knowledge/schema.generated.js';
import type { FactRow } from './factRow.js';
import { osvCases } from './osvCases.js';
import type { TargetRules } from './statementOf.js';

export const osvRules: TargetRules = {
  repositories: ['osv', 'musl'],
  missingCase,
  handCases: osvCases(),
  leftOpen: new Set(),
  handNotes: {
    'flag/ioctl/TIOCOUTQ': 'Works on sockets (same number as SIOCOUTQ); refused on the console.',
    'flag/setrlimit/RLIMIT_RTTIME': 'Refused with EINVAL: the table of limits ends before it.',
    'flag/shmctl/SHM_HUGETLB': 'shmget ignores the flag.',
    'flag/sysconf/_SC_IOV_MAX': 'Answers 35, the number of a BSD sysctl node and not a limit.',
    'flag/sysconf/_SC_UIO_MAXIOV': 'Answers 35, the number of a BSD sysctl node and not a limit.',
    'function/mmap':
      'MAP_GROWSDOWN, MAP_LOCKED, MAP_NORESERVE and MAP_FIXED_NOREPLACE are ignored; MAP_SHARED_VALIDATE, and with it every valid use of MAP_SYNC, fails with EINVAL.',
    'function/pthread_rwlock_unlock':
      'Works for a holder; unlocking a lock that nobody holds trips an assertion.',
    'function/select': 'The timeout is cut to whole milliseconds, so below 1 ms it returns at once.',
    'signal/SIGINT':
      'Raised from inside the guest, or by Ctrl-C on the console; a handler runs in a new thread; the default action powers the machine off.',
  },
};

/** A row as the sources have it, where the facts are less exact. */
export function corrected(row: FactRow): FactRow {
  if (row.symbol === 'halted guest') return { ...row, evidence: 'arch/x64/power.cc:25' };
  if (row.symbol === 'posix_trace_eventid_equal') {
    return { ...row, status: 'missing', note: 'There is no trace.h.', evidence: 'include/api/ (absent)' };
  }
  return consoleRequest(row);
}

/** Requests of terminals: the console's answer ends up in errno with its sign. */
function consoleRequest(row: FactRow): FactRow {
  if (row.family !== 'tioc' || row.status !== 'stub-fail' || row.errno !== 'ENOTTY') return row;
  return {
    ...row,
    errno: '-25 (negated ENOTTY)',
    note: 'Refused on the console: errno becomes -25, the negated ENOTTY.',
  };
}

function missingCase(row: FactRow): Case {
  switch (row.kind) {
    case 'function':
      return { behaviour: 'missing', at: 'first-call', effect: 'abort' };
    case 'syscall':
      return { behaviour: 'missing', at: 'call', returns: -1, errno: 'ENOSYS' };
    case 'procfile':
    case 'sysfile':
      return { behaviour: 'missing', at: 'open', returns: -1, errno: 'ENOENT' };
  }
  // A flag always compiles: its call answers with an error. A signal can be handled and is never raised.
  if (row.errno) return { behaviour: 'fails', returns: -1, errno: row.errno };
  return row.effect ? { behaviour: 'aborts', effect: 'abort' } : { behaviour: 'no-op' };
}
