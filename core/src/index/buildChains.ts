/**
 * Conditions under which a build system compiles a file, as those of a preprocessor: what its `AM_CONDITIONAL` says is
 * known as what a macro of that name would be.
 */
import type { GuardChain } from '../guards/guardChain.js';
import type { BuiltUnder } from '../probes/builtSources.js';

/** Alternatives of one another. The same lists as long as the build files are the same. */
export function buildChains(under: BuiltUnder): readonly GuardChain[] {
  let chains = CHAINS.get(under);
  if (!chains) {
    chains = under.ways.map((way) => chainOf(way, under));
    CHAINS.set(under, chains);
  }
  return chains;
}

const CHAINS = new WeakMap<BuiltUnder, readonly GuardChain[]>();

function chainOf(way: readonly string[], { path, line }: BuiltUnder): GuardChain {
  let chain: GuardChain | undefined;
  for (const condition of way) {
    const negated = condition.startsWith('!');
    const expression = `defined(${negated ? condition.slice(1) : condition})`;
    const terms = [{ expression, negated }];
    chain = { outer: chain, terms, line, asks: -1, own: undefined, builtBy: path };
  }
  // A way without conditions is no way to be told.
  return chain as GuardChain;
}
