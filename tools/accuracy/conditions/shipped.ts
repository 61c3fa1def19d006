/**
 * The built knowledge and parser, as a scan has them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWasmEngine } from '#core/engine/wasm/wasmEngine.js';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import type { AskOptions } from './askedTruths.js';

let made: AskOptions | undefined;

/** Read once, from `dist`. */
export function shipped(): AskOptions {
  if (made) return made;
  const file = (...parts: string[]): Buffer => readFileSync(join(PROJECT_ROOT, 'dist', ...parts));
  const engine = createWasmEngine(
    {
      runtime: file('wasm', 'web-tree-sitter.wasm'),
      grammar: (grammar) => file('wasm', `tree-sitter-${grammar}.wasm`),
    },
    ['c', 'cpp', 'bash'],
  );
  made = { knowledge: loadKnowledge(file('knowledge.json').toString()), engine: () => engine };
  return made;
}
