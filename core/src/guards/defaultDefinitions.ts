/**
 * Defaults of macros: definitions under the condition that nothing else defines the same macro.
 */
import type { BuildDefinition } from './buildView.js';
import type { GuardChain } from './guardChain.js';

/** Whether a chain asks for a macro. */
export function asksFor(chain: GuardChain | undefined, name: string): boolean {
  for (let at = chain; at; at = at.outer) {
    if (at.terms.some(({ expression }) => new RegExp(`\\b${name}\\b`).test(expression))) return true;
  }
  return false;
}

/** Definitions under `#ifndef` of their own macro, without that condition. */
export function withoutOwnName(definitions: readonly BuildDefinition[], name: string): BuildDefinition[] {
  return definitions
    .filter(({ guard }) => asksFor(guard, name))
    .map((definition) => ({ ...definition, guard: withoutTerm(definition.guard, name) }));
}

function withoutTerm(chain: GuardChain | undefined, name: string): GuardChain | undefined {
  if (!chain) return undefined;
  const outer = withoutTerm(chain.outer, name);
  const asked = `defined(${name})`;
  const terms = chain.terms.filter(
    ({ expression, negated }) => expression.replace(/\s/g, '') !== (negated ? asked : `!${asked}`),
  );
  return terms.length > 0 ? { ...chain, outer, terms } : outer;
}
