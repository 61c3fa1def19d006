/**
 * Which uses are there for people: for whoever looks into the program or controls it from outside, and not for a part
 * of the program itself.
 */
import type { Use } from '../uses/use.js';

export const LISTENING = 'listen';

/**
 * @param uses of files, one after the other.
 * @returns whether one of them is for people.
 */
export function usesForPeople(uses: readonly Use[]): (use: Use) => boolean {
  const between = betweenThreads(uses);
  const listening = listeningSockets(uses);
  return (use) =>
    isControl(use) &&
    (use.kind !== 'signal' || !between.has(`${use.path} ${use.symbol}`)) &&
    (!LOCAL_SOCKETS.has(use.feature) || listening.has(use));
}

/** Source that sends a signal or wants none controls another part of itself, or nothing. */
function isControl({ kind, operation, isAside, isIgnored }: Use): boolean {
  return operation !== undefined || kind !== 'signal' || (!isAside && isIgnored !== true);
}

/** Sockets to which tools of the machine connect, where the program listens on them. */
const LOCAL_SOCKETS: ReadonlySet<string> = new Set(
  ['AF_UNIX', 'AF_LOCAL', 'PF_UNIX', 'PF_LOCAL'].map((name) => `flag/socket/${name}`),
);

/** Local sockets behind which, before the next of them, the file listens; a client connects, a pair has both ends. */
function listeningSockets(uses: readonly Use[]): ReadonlySet<Use> {
  const listening = new Set<Use>();
  let last: Use | undefined;
  let pair: Use | undefined;
  for (const use of uses) {
    if (use.symbol === 'socketpair') pair = use;
    else if (LOCAL_SOCKETS.has(use.feature)) {
      if (pair === undefined || use.call !== pair.start) last = use;
    } else if (use.symbol === LISTENING && use.path === last?.path) listening.add(last);
  }
  return listening;
}

/** Signals that a file sends to a thread of the program itself, each with the file: no others are meant to send them. */
function betweenThreads(uses: readonly Use[]): ReadonlySet<string> {
  const senders = new Set<string>();
  for (const { kind, symbol, path, start } of uses) {
    if (kind !== 'signal' && symbol === 'pthread_kill') senders.add(`${path} ${start}`);
  }
  const sent = new Set<string>();
  if (senders.size === 0) return sent;
  for (const { kind, symbol, path, call } of uses) {
    if (kind === 'signal' && senders.has(`${path} ${call}`)) sent.add(`${path} ${symbol}`);
  }
  return sent;
}
