/**
 * The two parsers: the one that ships, and the native one that checks it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SyntaxEngine } from '#core/engine/engine.js';
import { createNativeEngine, type NativeParserClass } from '#core/engine/native/nativeEngine.js';
import { createWasmEngine } from '#core/engine/wasm/wasmEngine.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

let wasm: Promise<SyntaxEngine> | undefined;

/** The engine that ships, made once. */
export function wasmEngine(): Promise<SyntaxEngine> {
  const module = (name: string): Uint8Array => readFileSync(join(PROJECT_ROOT, 'dist', 'wasm', name));
  wasm ??= createWasmEngine(
    { runtime: module('web-tree-sitter.wasm'), grammar: (grammar) => module(`tree-sitter-${grammar}.wasm`) },
    ['c', 'cpp', 'bash'],
  );
  return wasm;
}

/** The native engine, or why it cannot be loaded on this machine. */
export function nativeEngine(): SyntaxEngine | { readonly problem: string } {
  const load = createRequire(import.meta.url);
  try {
    const languages = {
      c: load('tree-sitter-c'),
      cpp: load('tree-sitter-cpp'),
    };
    return createNativeEngine(load('tree-sitter') as NativeParserClass, languages);
  } catch (error) {
    return { problem: (error as Error).message.split('\n', 1)[0] };
  }
}

/** Passes calls on to an engine and counts them. */
export function countingEngine(engine: SyntaxEngine): SyntaxEngine & { parses: number } {
  return {
    parses: 0,
    parse(grammar, text) {
      this.parses++;
      return engine.parse(grammar, text);
    },
  };
}
