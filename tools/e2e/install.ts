/**
 * Installs what the end-to-end tests need, once: `node out/tools/e2e/install.js`. Exit status 0: all is there.
 */
import { stderr } from 'node:process';
import { findBrowser } from './browserProgram.js';
import { installEditor, problemOfEditor } from './editor.js';
import { findNeovim } from './neovim.js';

const problems: string[] = [];
const problem = problemOfEditor();
if (problem !== undefined) problems.push(problem);
else {
  for (const outcome of await Promise.allSettled([installEditor(), findBrowser()]))
    if (outcome.status === 'rejected') problems.push((outcome.reason as Error).message);
}
const neovim = findNeovim();
if ('problem' in neovim) problems.push(neovim.problem);
for (const one of problems) stderr.write(`${one}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
