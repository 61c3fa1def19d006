/**
 * Turns observations into evidence.
 */
import type { Evidence, ObservedEvidence } from '#core/knowledge/schema.generated.js';
import type { ObservedRow } from './factRow.js';
import { remark } from './remark.js';

const EFFECTS: Readonly<Record<string, string>> = {
  poweroff: 'power-off',
  'ok-then-hang': 'the program ends and the guest stays up',
};

/** Errors of NetBSD that observations give as numbers. */
const NETBSD_ERRORS: Readonly<Record<string, string>> = {
  29: 'ESPIPE',
  49: 'EADDRNOTAVAIL',
  60: 'ETIMEDOUT',
  61: 'ECONNREFUSED',
};

const NEGATED: Readonly<Record<string, string>> = { '-3': '-ESRCH', '-25': '-ENOTTY' };

/** Lines of a register dump or a backtrace. */
const DUMP = /^(0x[0-9a-f]{8}|R[A-Z0-9]{1,3}:|\[backtrace\])/;

/** True for a call that failed for reasons of the test itself. */
export function isProbeError(row: ObservedRow): boolean {
  return /^(probe error|expectation was mine|guess of the probe)/i.test(row.remark ?? '');
}

/** Evidence of one row; several where the row holds a list of results. */
export function observedEvidence(row: ObservedRow): Evidence[] {
  const { ret, errno, effect, console } = row.observed;
  const words = remark(row.remark);
  const tail = words ? { remark: words } : {};
  if (effect?.startsWith('[[')) {
    const results = JSON.parse(effect) as [string, number, string][];
    return results.map(([label, value, error]) => ({
      observed: { call: labelled(row.symbol, label), returns: value, errno: errnoName(error) },
      ...tail,
    }));
  }
  const lines = (console ?? []).filter((line) => !DUMP.test(line));
  const observed: ObservedEvidence['observed'] = {
    call: callText(row),
    ...(ret === undefined ? {} : { returns: ret }),
    ...(errno === undefined ? {} : { errno: errnoName(errno) }),
    ...(effect === undefined || effect === 'ok' ? {} : { effect: effectText(effect) }),
    ...(lines.length > 0 ? { console: lines } : {}),
  };
  return [{ observed, ...tail }];
}

/** The call as it was written; where only its name was kept, the test that made it. */
function callText({ symbol, case: test, observed: { call, effect } }: ObservedRow): string {
  if (call && call !== 'end of case' && /[( ]/.test(call)) return call;
  if (effect === 'abort on first call') return `${symbol}(...)`;
  return test ? `${symbol} in the test ${test}` : symbol;
}

function errnoName(errno: number | string): string {
  const text = String(errno);
  if (text === '0') return 'zero';
  return NEGATED[text] ?? NETBSD_ERRORS[text] ?? text;
}

function effectText(effect: string): string {
  const text = EFFECTS[effect] ?? effect;
  return text
    .replace(/^note(: | only: )?/, '')
    .replace(' -> ', ': ')
    .trim();
}

/** The call behind a short label of a list of results. */
function labelled(name: string, label: string): string {
  switch (label) {
    case 'get':
    case 'set':
      return name.startsWith('RLIMIT_')
        ? `${label}rlimit(${name}, &limit)`
        : `${label}sockopt(s, SOL_SOCKET, ${name}, ...)`;
    case 'set16':
      return `setsockopt(s, SOL_SOCKET, ${name}, ..., 16)`;
    case 'con':
      return `ioctl(console, ${name}, ...)`;
    case 'sock':
    case 'pipe':
      return `ioctl(${label === 'sock' ? 'socket' : 'pipe'}, ${name}, ...)`;
    case 'inet':
      return `socket(AF_INET, ${name}, 0)`;
    case 'shmget':
      return `shmget(..., ${name})`;
  }
  return name.startsWith('_SC_') ? `sysconf(${name})` : `mmap(..., ${name}, ...)`;
}
