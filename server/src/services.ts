/**
 * What all folders share: what is known of targets, the parser, the log.
 */
import type { SyntaxEngine } from '#core/engine/engine.js';
import { createWasmEngine } from '#core/engine/wasm/wasmEngine.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import type { Catalogue } from '#core/uses/catalogue.js';
import { catalogueOf } from '#core/uses/knownNames.js';
import type { Host } from './host.js';
import type { InitializationOptions } from './protocol.js';

export interface Services {
  readonly knowledge: Knowledge;
  readonly catalogue: Catalogue;
  /** Makes the parser at the first call. */
  readonly engine: () => Promise<SyntaxEngine>;
  readonly yieldTurn: () => Promise<void>;
}

/** Rejects if the knowledge that ships is not there or cannot be read. */
export async function makeServices(host: Host, options: InitializationOptions): Promise<Services> {
  const text = new TextDecoder().decode(await host.readShipped('knowledge.json', options));
  const knowledge = loadKnowledge(text);
  let engine: Promise<SyntaxEngine> | undefined;
  return {
    knowledge,
    catalogue: catalogueOf(knowledge),
    engine: () => {
      engine ??= loadEngine(host, options);
      return engine;
    },
    yieldTurn: host.yieldTurn,
  };
}

async function loadEngine(host: Host, options: InitializationOptions): Promise<SyntaxEngine> {
  const [runtime, c, cpp] = await Promise.all(
    ['web-tree-sitter', 'tree-sitter-c', 'tree-sitter-cpp'].map((name) =>
      host.readShipped(`wasm/${name}.wasm`, options),
    ),
  );
  return createWasmEngine({ runtime, grammar: (grammar) => (grammar === 'c' ? c : cpp) }, ['c', 'cpp']);
}
