/**
 * The engine that ships: tree-sitter as WebAssembly. The bytes of runtime and grammars are handed in, so it runs
 * in Node and in a browser alike.
 */
import { Language, Parser, Tree } from 'web-tree-sitter';
import type { Grammar, SyntaxEngine, SyntaxTree } from '../engine.js';
import { editBetween } from './editBetween.js';

/** Where the WebAssembly modules come from. */
export interface WasmModules {
  readonly runtime: Uint8Array;
  grammar(grammar: Grammar): Uint8Array;
}

/** Makes an engine with these grammars loaded. */
export async function createWasmEngine(
  modules: WasmModules,
  grammars: readonly Grammar[],
): Promise<SyntaxEngine> {
  await startRuntime(modules.runtime);
  const parsers = new Map<Grammar, Parser>();
  for (const grammar of grammars) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(modules.grammar(grammar)));
    parsers.set(grammar, parser);
  }
  return {
    parse(grammar, text, before): SyntaxTree {
      const old = before?.tree instanceof Tree ? before.tree : undefined;
      if (old && before) old.edit(editBetween(before.text, text));
      const tree = parsers.get(grammar)?.parse(text, old);
      if (!tree) throw new Error(`grammar ${grammar} was not loaded`);
      return tree;
    },
  };
}

let runtime: Promise<void> | undefined;

/** There is one runtime for all engines: started twice at once, its two halves would be of two runtimes. */
function startRuntime(wasmBinary: Uint8Array): Promise<void> {
  runtime ??= Parser.init({ wasmBinary }).catch((error: unknown) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
}
