/**
 * The files that ship beside the program: what is known of targets, the grammars, and the page that shows a report.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Grammar, SyntaxEngine } from '#core/engine/engine.js';
import { createWasmEngine } from '#core/engine/wasm/wasmEngine.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import type { PageFiles } from '#core/report/htmlReport.js';
import { VERSION } from './version.js';

/** The folder of the bundled program; built programs find it from where they run. */
function shippedFolder(): string {
  return process.env.UNIGAP_DIST ?? dirname(fileURLToPath(import.meta.url));
}

export function shippedKnowledge(): Knowledge {
  return loadKnowledge(readFileSync(join(shippedFolder(), 'knowledge.json'), 'utf8'));
}

/** Another text for each version of the program and of what ships beside it. */
export function shippedDigest(): string {
  const folder = shippedFolder();
  const hash = createHash('sha256').update(`${VERSION}\n`);
  for (const path of [fileURLToPath(import.meta.url), join(folder, 'knowledge.json')]) {
    hash.update(readFileSync(path));
  }
  // Grammars are large: another one of the same length is not made without another program.
  for (const name of readdirSync(join(folder, 'wasm'))) {
    hash.update(`${name} ${statSync(join(folder, 'wasm', name)).size}\n`);
  }
  return hash.digest('hex');
}

/** Makes the parser of a grammar when it is first needed. */
export function shippedEngine(): (grammar: Grammar) => Promise<SyntaxEngine> {
  const engines = new Map<Grammar, Promise<SyntaxEngine>>();
  const wasm = (name: string): Uint8Array => readFileSync(join(shippedFolder(), 'wasm', name));
  return (grammar) => {
    let engine = engines.get(grammar);
    if (!engine) {
      const modules = {
        runtime: wasm('web-tree-sitter.wasm'),
        grammar: () => wasm(`tree-sitter-${grammar}.wasm`),
      };
      engine = createWasmEngine(modules, [grammar]);
      engines.set(grammar, engine);
    }
    return engine;
  };
}

/** Script and style of the page, to be put into one file. */
export function shippedPage(): PageFiles {
  const file = (name: string): string => readFileSync(join(shippedFolder(), 'webview', name), 'utf8');
  return { script: file('report.js'), style: file('report.css'), nonce: randomBytes(16).toString('hex') };
}
