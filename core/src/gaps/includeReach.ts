/**
 * What the files of one flag set include on a target, by the conditions around each `#include`.
 */
import type { FlagSet } from '../build/flagSets.js';
import type { IncludedFiles, SearchList } from '../build/includedFiles.js';
import { NodeSet } from '../build/nodeSet.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { TargetEnvironment } from '../guards/targetEnvironment.js';

export interface IncludeReach {
  /** The files themselves, and what is included where every condition is met. */
  readonly certain: NodeSet;
  /** The same, and what is included where nobody can decide some condition. */
  readonly possible: NodeSet;
  /** By node that is only possibly included: conditions that nobody can decide, alternatives of one another. */
  readonly conditions: ReadonlyMap<number, readonly GuardChain[]>;
  /** Whether the macros of every header are known that is certainly included. */
  readonly isRead: boolean;
}

/** @param isKnown whether the macros of a header that nobody could read are known without it. */
export function includeReach(
  { starts }: FlagSet,
  files: IncludedFiles,
  environment: TargetEnvironment,
  isKnown: (header: string) => boolean,
): IncludeReach {
  const certain = new NodeSet();
  const possible = new NodeSet();
  const conditions = new Map<number, GuardChain[]>();
  let isRead = true;
  // What one list of folders does not find, another one may.
  const followed = new Map<SearchList, NodeSet>();
  let open: Way[] = starts.map(({ node, search }) => ({ node, search, under: undefined }));
  for (const set of [certain, possible]) {
    const later: Way[] = [];
    for (let at = open.pop(); at; at = open.pop()) {
      const { search, under } = at;
      if (under && !certain.has(at.node)) addCondition(conditions, at.node, under);
      let here = followed.get(search);
      if (!here) {
        here = new NodeSet();
        followed.set(search, here);
      }
      if (!here.add(at.node)) continue;
      set.add(at.node);
      const from = files.nodes[at.node];
      for (const edge of from.includes) {
        const node = files.target(from, edge, search);
        if (certain.has(node) && here.has(node)) continue;
        const truth = environment.truthOf(edge.guard);
        if (truth === 'false') continue;
        const isCertain = truth === 'true' && !under;
        if (node < 0) {
          if (isCertain) isRead &&= isKnown(files.written(edge));
        } else if (isCertain) open.push({ node, search, under });
        else {
          const way = { node, search, under: truth === 'true' ? under : joined(under, edge.guard) };
          (set === certain ? later : open).push(way);
        }
      }
    }
    open = later;
  }
  possible.addAll(certain);
  return { certain, possible, conditions, isRead };
}

/** A file that is yet to be followed, and the conditions on the way to it that nobody can decide. */
interface Way {
  readonly node: number;
  readonly search: SearchList;
  readonly under: GuardChain | undefined;
}

/** More alternatives than this say nothing to a reader. */
const MAX_ALTERNATIVES = 8;

function addCondition(conditions: Map<number, GuardChain[]>, node: number, under: GuardChain): void {
  const known = conditions.get(node);
  if (!known) conditions.set(node, [under]);
  else if (known.length < MAX_ALTERNATIVES && !known.includes(under)) known.push(under);
}

/** The conditions of an `#include` below those of the file that it stands in. */
function joined(outer: GuardChain | undefined, inner: GuardChain | undefined): GuardChain | undefined {
  if (!outer || !inner) return inner ?? outer;
  return { ...inner, outer: joined(outer, inner.outer) };
}
