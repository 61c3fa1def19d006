/**
 * States that paths below `/proc` and `/sys` cannot be opened: no component of the rump kernel offers the file
 * systems behind them.
 */
import type { Statement } from '#core/knowledge/schema.generated.js';
import type { GitTree } from './gitTree.js';
import { SRC_NETBSD } from './repositories.js';

/** Folder with one subfolder for each file system that can be baked in. */
const FILE_SYSTEMS = 'sys/rump/fs/lib';

/** Statement for `/proc`, `/sys` and what is below them; throws if a component for them appears. */
export function pseudoPathStatement(tree: GitTree): Statement {
  const present = tree.namesBelow(FILE_SYSTEMS).filter((name) => /^lib(linux)?(proc|sys)fs$/.test(name));
  if (present.length > 0) throw new Error(`${FILE_SYSTEMS}: ${present.join(', ')} can be baked in`);
  return {
    cases: [{ behaviour: 'missing', at: 'open', returns: -1, errno: 'ENOENT' }],
    note: 'No component provides procfs or sysfs; opening the path fails.',
    evidence: [{ absent: `${FILE_SYSTEMS}/`, repository: SRC_NETBSD }],
  };
}

/** Whether a feature id is about a path that procfs or sysfs would provide. */
export function isPseudoPath(id: string): boolean {
  return /^path\/(proc|sys)(\/|$)/.test(id);
}
