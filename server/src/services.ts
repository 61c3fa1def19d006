/**
 * What all folders share: what is known of targets, the parser, the log.
 */
import type { Grammar, SyntaxEngine } from '#core/engine/engine.js';
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
  /** Makes the parser of a grammar at the first call. */
  readonly engine: (grammar: Grammar) => Promise<SyntaxEngine>;
  readonly yieldTurn: () => Promise<void>;
}

/** Rejects if the knowledge that ships is not there or cannot be read. */
export async function makeServices(host: Host, options: InitializationOptions): Promise<Services> {
  const text = new TextDecoder().decode(await host.readShipped('knowledge.json', options));
  const knowledge = loadKnowledge(text);
  const engines = new Map<Grammar, Promise<SyntaxEngine>>();
  return {
    knowledge,
    catalogue: catalogueOf(knowledge),
    engine: (grammar) => {
      let engine = engines.get(grammar);
      if (!engine) {
        engine = loadEngine(grammar, host, options);
        engines.set(grammar, engine);
      }
      return engine;
    },
    yieldTurn: host.yieldTurn,
  };
}

async function loadEngine(
  grammar: Grammar,
  host: Host,
  options: InitializationOptions,
): Promise<SyntaxEngine> {
  const [runtime, language] = await Promise.all(
    ['web-tree-sitter', `tree-sitter-${grammar}`].map((name) =>
      host.readShipped(`wasm/${name}.wasm`, options),
    ),
  );
  return createWasmEngine({ runtime, grammar: () => language }, [grammar]);
}
