/**
 * States for each header whether it can be included. Nothing is said of what it declares: a header may exist though
 * none of its functions can be linked.
 */
import type { Statement } from '#core/knowledge/schema.generated.js';
import type { Installation } from './installedHeaders.js';
import { SRC_NETBSD } from './repositories.js';

/** Statement for a header by name, as written in an `#include`. */
export function headerStatement(name: string, { headers, makefiles }: Installation): Statement {
  const header = headers.get(name);
  if (header) {
    return {
      cases: [{ behaviour: 'supported' }],
      evidence: [{ read: header.installedBy, repository: SRC_NETBSD }],
    };
  }
  return {
    cases: [{ behaviour: 'missing', at: 'compile' }],
    note: 'The toolchain installs no such header; the #include does not compile.',
    evidence: [{ absent: installerOf(name, makefiles), repository: SRC_NETBSD }],
  };
}

/** The makefile that would install it: that of the nearest folder from which anything is installed. */
export function installerOf(name: string, makefiles: ReadonlyMap<string, string>): string {
  const folders = name.split('/').slice(0, -1);
  const makefile = makefiles.get(folders.join('/'));
  return makefile ?? (folders.length === 0 ? 'include/Makefile' : 'sys/Makefile');
}
