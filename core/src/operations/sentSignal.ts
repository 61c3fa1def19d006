/**
 * Which signal a command sends to a program that runs.
 */
import type { CommandRun } from './operationsFacts.js';

/** Programs that send a signal, SIGTERM where none is named. From their manual pages. */
const SENDERS = new Set(['kill', 'pkill', 'killall', 'skill', 'start-stop-daemon']);

/** Numbers on Linux (signal(7)). */
const BY_NUMBER: Readonly<Record<string, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  15: 'SIGTERM',
};

/** `SIGHUP` for `kill -HUP`, `kill -s HUP`, `pkill --signal HUP`; undefined where no signal is named, or none is sent. */
export function sentSignal({ name, words }: Pick<CommandRun, 'name' | 'words'>): string | undefined {
  if (!SENDERS.has(name)) return undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const isOption = word === '-s' || word === '--signal' || (word === '-n' && name === 'kill');
    const named = isOption
      ? words[i + 1]
      : (/^--signal=(.+)$/.exec(word)?.[1] ?? /^-((?:SIG)?[A-Z][A-Z0-9]+|\d{1,2})$/.exec(word)?.[1]);
    const signal = named === undefined ? undefined : signalName(named);
    if (signal !== undefined) return signal;
  }
  return undefined;
}

function signalName(text: string): string | undefined {
  if (/^\d+$/.test(text)) return BY_NUMBER[text];
  return /^(?:SIG)?[A-Z][A-Z0-9]+$/.test(text) ? `SIG${text.replace(/^SIG/, '')}` : undefined;
}
