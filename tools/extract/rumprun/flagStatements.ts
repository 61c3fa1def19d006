/**
 * States for each constant that no header defines that a program with it does not compile. A constant that exists
 * gets no statement: what the kernel does with it has to be read.
 */
import type { Statement } from '#core/knowledge/schema.generated.js';
import { definedNames } from './definedNames.js';
import type { GitTree } from './gitTree.js';
import { installerOf } from './headerStatements.js';
import type { Installation } from './installedHeaders.js';
import { SRC_NETBSD } from './repositories.js';

/** All constants that an application can see, whichever header it includes. */
export function visibleConstants(tree: GitTree, { headers }: Installation): Set<string> {
  const sources = [...headers.values()].flatMap(({ source }) => source ?? []);
  tree.preload(sources);
  return new Set([...new Set(sources)].flatMap((source) => [...definedNames(tree.text(source))]));
}

/**
 * Statement for a constant, `undefined` if it exists.
 * @param header where Linux has it, if known
 */
export function flagStatement(
  name: string,
  header: string | undefined,
  constants: ReadonlySet<string>,
  { headers, makefiles }: Installation,
): Statement | undefined {
  if (constants.has(name)) return undefined;
  const source = header === undefined ? undefined : headers.get(header)?.source;
  return {
    cases: [{ behaviour: 'missing', at: 'compile' }],
    note: 'No header of the toolchain defines it; without a guard the program does not compile.',
    evidence: [{ absent: source ?? installerOf(header ?? '', makefiles), repository: SRC_NETBSD }],
  };
}
