/**
 * Reads the evidence of a row: `path:line`, `path (absent)`, and for targets of several repositories the name of
 * the repository in front.
 */
import type { Evidence } from '#core/knowledge/schema.generated.js';

/** Repository keys that a target's rows may name; the first is the target's own and is left out. */
export type RepositoryKeys = readonly string[];

/** Evidence of a row, empty where the row rests on observations alone. */
export function evidenceOf(text: string, header: string | undefined, keys: RepositoryKeys): Evidence[] {
  if (text === 'observed at run time') return [];
  if (text.startsWith('none needed: header macro')) return [{ read: `include/api/${header}` }];
  const [repository, rest] = splitRepository(text, keys);
  const absent = / \(absent\)$/.test(rest);
  const paths = rest.replace(/ \(absent\)$/, '').split(' + ');
  return paths.map((path) => placed(path, absent, repository, keys));
}

function splitRepository(text: string, keys: RepositoryKeys): [string | undefined, string] {
  for (const [index, key] of keys.entries()) {
    if (text.startsWith(`${key} `)) return [index === 0 ? undefined : key, text.slice(key.length + 1)];
  }
  return [undefined, text];
}

function placed(
  path: string,
  absent: boolean,
  repository: string | undefined,
  keys: RepositoryKeys,
): Evidence {
  // musl is a repository of its own, linked into the tree of the kernel.
  if (!repository && path.startsWith('musl/') && keys.includes('musl')) {
    return placed(path.slice('musl/'.length), absent, 'musl', keys);
  }
  const where = repository ? { repository } : {};
  return absent ? { absent: path, ...where } : { read: path, ...where };
}
