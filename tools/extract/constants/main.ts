/**
 * Writes which constants the headers of a target define into its file in `data/extracted`:
 *
 * - `node out/tools/extract/constants/main.js rumprun RUMPRUN_GIT SRC_NETBSD_GIT` reads the headers that a Rumprun
 *   toolchain installs;
 * - `dpkg -L libc6-dev linux-libc-dev | grep '\\.h$' | node out/tools/extract/constants/main.js osv SOURCE` reads the
 *   headers of a Linux host, against which programs for OSv are compiled; SOURCE says in words which they are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process, { argv, stderr } from 'node:process';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import { GitTree } from '../rumprun/gitTree.js';
import { installedHeaders } from '../rumprun/installedHeaders.js';
import { SRC_NETBSD } from '../rumprun/repositories.js';
import { constantsOf } from './constantsOf.js';

function netbsdHeaders(rumprunGit: string, netbsdGit: string): { source: string; texts: string[] } {
  const netbsd = new GitTree(netbsdGit, new GitTree(rumprunGit, 'HEAD').submodule(SRC_NETBSD));
  const { headers } = installedHeaders(netbsd);
  const paths = [...new Set([...headers.values()].flatMap(({ source }) => source ?? []))];
  netbsd.preload(paths);
  const source = `the headers that the toolchain installs, from ${SRC_NETBSD} ${netbsd.commit.slice(0, 8)}`;
  return { source, texts: paths.map((path) => netbsd.text(path)) };
}

function listedHeaders(source: string): { source: string; texts: string[] } {
  const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean);
  return { source, texts: paths.map((path) => readFileSync(path, 'latin1')) };
}

const [, , id, first, second] = argv;
if (!id || !first) {
  stderr.write('usage: main.js rumprun RUMPRUN_GIT SRC_NETBSD_GIT | osv SOURCE < list of headers\n');
  process.exitCode = 2;
} else {
  const { source, texts } = second ? netbsdHeaders(first, second) : listedHeaders(first);
  const path = join(PROJECT_ROOT, 'data/extracted', `${id}.json`);
  const line = `  "constants": ${JSON.stringify(constantsOf(source, texts))},\n`;
  const file = readFileSync(path, 'utf8').replace(/^ {2}"constants": .*\n/m, '');
  writeFileSync(
    path,
    file.replace('  "statements":', () => `${line}  "statements":`),
  );
}
