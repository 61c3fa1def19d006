/**
 * The constants of headers that conditions ask for, by the beginnings of their names.
 */
import type { HeaderConstants } from '#core/knowledge/schema.generated.js';
import { definedMacros } from '../rumprun/definedNames.js';

/**
 * Beginnings that are the platform's alone: a name that no header has is some other system's. Projects name options
 * of their own TCP_x, MAP_x or PR_x, so those are not among them.
 */
const OWNED = ['GRND_', 'IPV6_', 'IP_', 'MADV_', 'RLIMIT_', 'RTLD_', 'RUSAGE_', 'SO_', '_POSIX_', '_SC_'];

/** Further names of which only that they exist is told. */
const FURTHER =
  /^(?:SIG[A-Z0-9]+|(?:AT|CLOCK|CLONE|EPOLL|FALLOC_FL|IPPROTO|MAP|MSG|POSIX_FADV|PR|SCHED|SPLICE_F|SYNC_FILE_RANGE|TCP|UDP)_[A-Z0-9_]+)$/;

/** @param texts of all headers that an application may include. */
export function constantsOf(source: string, texts: readonly string[]): HeaderConstants {
  const values = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [name, value] of definedMacros(text)) {
      if (!OWNED.some((prefix) => name.startsWith(prefix)) && !FURTHER.test(name)) continue;
      const known = values.get(name);
      if (known) known.add(integerText(value));
      else values.set(name, new Set([integerText(value)]));
    }
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  const macros = sorted.map(([name, texts]) => [name, texts.size === 1 ? [...texts][0] : '']);
  return { source, complete: OWNED, macros: Object.fromEntries(macros) };
}

/** The value of an integer; empty for anything else. */
function integerText(value: string): string {
  const text = value.replace(/\/\/.*$/, '').trim();
  return /^\(?(-?(?:0x[\da-f]+|\d+))[ul]*\)?$/i.exec(text)?.[1] ?? '';
}
