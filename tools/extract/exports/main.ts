/**
 * Writes which symbols OSv exports besides the functions that are features into `data/extracted/osv.json`:
 * `node out/tools/extract/exports/main.js OSV_GIT [COMMIT]` reads the lists of the kernel's own build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process, { argv, stderr } from 'node:process';
import type { FeaturesFile } from '#core/knowledge/schema.generated.js';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import { GitTree } from '../rumprun/gitTree.js';

/** Lists for all machines, and for the one that the facts are of. */
const FOLDERS = ['exported_symbols', 'exported_symbols/x64'];

function exportedSymbols(osvGit: string, commit: string): { source: string; symbols: string[] } {
  const tree = new GitTree(osvGit, commit);
  const lists = FOLDERS.flatMap((folder) =>
    tree.namesBelow(folder).flatMap((name) => (name.endsWith('.symbols') ? `${folder}/${name}` : [])),
  );
  const names = new Set(lists.flatMap((path) => tree.text(path).split(/\s+/)));
  const file = readFileSync(join(PROJECT_ROOT, 'data/features.json'), 'utf8');
  const { features } = JSON.parse(file) as FeaturesFile;
  const symbols = [...names].filter((name) => name !== '' && !Object.hasOwn(features, `function/${name}`));
  return {
    source: `${FOLDERS.join(' and ')} of cloudius-systems/osv ${tree.commit}`,
    symbols: symbols.sort(),
  };
}

const [, , osvGit, commit = 'HEAD'] = argv;
if (!osvGit) {
  stderr.write('usage: main.js OSV_GIT [COMMIT]\n');
  process.exitCode = 2;
} else {
  const path = join(PROJECT_ROOT, 'data/extracted/osv.json');
  const line = `  "exports": ${JSON.stringify(exportedSymbols(osvGit, commit))},\n`;
  const file = readFileSync(path, 'utf8').replace(/^ {2}"exports": .*\n/m, '');
  writeFileSync(
    path,
    file.replace('  "statements":', () => `${line}  "statements":`),
  );
}
