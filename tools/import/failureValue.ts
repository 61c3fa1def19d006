/**
 * What a failing call returns and what it leaves in errno, where the facts or the kind of the function leave no
 * doubt. What stays open is reported, not guessed.
 */

export interface FailureValue {
  readonly returns?: number | string;
  readonly errno?: string;
}

/** What is known of a failure. */
export interface FailureFacts {
  readonly id: string;
  readonly returns?: number | string;
  readonly errno?: string | null;
  /** How the function was classified: `WARN_STUBBED->-1`. */
  readonly auto?: string;
  readonly note?: string;
}

/** Value and errno of a failure; a part that is not plain is left out. */
export function failureValue(facts: FailureFacts): FailureValue {
  const errno = plainErrno(facts);
  const name = nameOf(facts.id);
  if (INTERVAL_TIMERS.has(name)) return { returns: 'EINVAL', errno: 'unchanged' };
  if (returnsError(facts, name) && NUMBERED[String(facts.returns)] === errno && errno) {
    return { returns: errno, errno: 'unchanged' };
  }
  if (facts.returns !== undefined) return returned(normal(facts.returns), errno);
  const stubbed = /^WARN_STUBBED->(E[A-Z]+)$/.exec(facts.auto ?? '');
  if (stubbed) return { returns: stubbed[1], errno: 'unchanged' };
  if (/ as return value$/.test(facts.errno ?? '')) {
    return { returns: String(facts.errno).split(' ')[0], errno: 'unchanged' };
  }
  if (facts.id.startsWith('flag/rtnetlink/')) return { returns: `-${errno}`, errno: 'unchanged' };
  if (returnsError(facts, name)) return errno ? { returns: errno, errno: 'unchanged' } : {};
  const returns = FIXED[name] ?? plainReturn(facts.id, name);
  return { ...(returns === undefined ? {} : { returns }), ...(errno ? { errno } : {}) };
}

/** A number or name as the data writes it: `ENOTSUP (86)` is `ENOTSUP`. */
export function normal(value: number | string): number | string {
  if (typeof value === 'number') return value;
  if (/^-?\d+$/.test(value)) return Number(value);
  const named = /^(\w+) \((\d+)\)$/.exec(value);
  if (named) return named[1].startsWith('E') ? named[1] : Number(named[2]);
  return value === 'uninitialised' ? 'an uninitialized value' : value;
}

function returned(returns: number | string, errno: string | undefined): FailureValue {
  const isError = typeof returns === 'string' && /^E[A-Z]+$/.test(returns);
  const left = errno ?? (isError ? 'unchanged' : undefined);
  return { returns, ...(left ? { errno: left } : {}) };
}

function plainErrno(facts: FailureFacts): string | undefined {
  if (facts.errno === null) return 'unchanged';
  const text = facts.errno;
  if (text === undefined) {
    const kept = /without (setting )?errno|errno (keeps its old value|unchanged|untouched)/;
    if (kept.test(facts.note ?? '') || facts.auto?.startsWith('WARN_STUBBED->')) return 'unchanged';
    return undefined;
  }
  const negated = /^-(\d+)/.exec(text);
  return negated ? `-${NUMBERS[negated[1]]}` : text.split(' ')[0];
}

/** On OSv these answer with the number of the error and leave errno alone. */
const INTERVAL_TIMERS = new Set(['setitimer', 'getitimer']);

/** Numbers of errors on NetBSD. */
const NUMBERED: Readonly<Record<string, string>> = { 45: 'EOPNOTSUPP', 86: 'ENOTSUP' };

const NUMBERS: Readonly<Record<string, string>> = { 3: 'ESRCH', 22: 'EINVAL', 25: 'ENOTTY' };

function nameOf(id: string): string {
  const parts = id.split('/');
  return parts[parts[0] === 'flag' ? 1 : parts.length - 1];
}

function returnsError(facts: FailureFacts, name: string): boolean {
  if (/^syscall\//.test(facts.id)) return false;
  return /^pthread_/.test(name) || ERROR_NUMBERS.has(name) || /\breturned\b/.test(facts.note ?? '');
}

const ERROR_NUMBERS = new Set([
  'clock_nanosleep',
  'getlogin_r',
  'posix_fadvise',
  'posix_fallocate',
  'posix_madvise',
  'posix_memalign',
  'posix_spawn',
  'posix_spawnp',
  // The flags of these two are tried with functions that return the error.
  'sched_setscheduler',
]);

/** Functions that answer a failure in a way of their own. */
const FIXED: Readonly<Record<string, number | string>> = {
  __newlocale: 'NULL',
  bind_textdomain_codeset: 'NULL',
  bindtextdomain: 'NULL',
  confstr: 0,
  getgrgid: 'NULL',
  getgrgid_r: 0,
  mallopt: 0,
  newlocale: 'NULL',
  popen: 'NULL',
  textdomain: 'NULL',
};

const MAPPING = new Set(['mmap', 'mmap64', 'mremap', 'shmat']);

/** Functions of these names return something that is not known here. */
const OPEN = /^(catopen|iconv.*|dl.*|raise|getpass|pclose)$/;

function plainReturn(id: string, name: string): number | string | undefined {
  if (id.startsWith('syscall/')) return -1;
  if (MAPPING.has(name)) return 'MAP_FAILED';
  return OPEN.test(name) ? undefined : -1;
}
