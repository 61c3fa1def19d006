/**
 * Derives what a Rumprun toolchain offers at compile time, from the sources of Rumprun and NetBSD:
 * `node out/tools/extract/rumprun/main.js RUMPRUN_GIT SRC_NETBSD_GIT [ids.json]` prints statements for headers, for
 * constants that do not exist and for `/proc` and `/sys`, as JSON by feature id.
 *
 * The two arguments are git directories or work trees; NetBSD is read at the commit to which Rumprun pins it. Asked
 * for are the headers, flags and paths that `data/features.json` lists, and those of a JSON array of further ids;
 * what `data/targets/rumprun.json` says by hand is left out.
 */
import { readFile } from 'node:fs/promises';
import process, { argv, stderr, stdout } from 'node:process';
import type { Statement } from '#core/knowledge/schema.generated.js';
import { readData } from '../../generate/readData.js';
import { flagStatement, visibleConstants } from './flagStatements.js';
import { GitTree } from './gitTree.js';
import { headerStatement } from './headerStatements.js';
import { installedHeaders } from './installedHeaders.js';
import { linuxHeader } from './linuxHeader.js';
import { isPseudoPath, pseudoPathStatement } from './pathStatements.js';
import { SRC_NETBSD } from './repositories.js';

async function main(rumprunGit: string, netbsdGit: string, idsFile: string | undefined): Promise<void> {
  const rumprun = new GitTree(rumprunGit, 'HEAD');
  const netbsd = new GitTree(netbsdGit, rumprun.submodule(SRC_NETBSD));
  const data = await readData();
  const { features } = data.features;
  const handWritten = data.curated.get('rumprun')?.statements ?? {};
  const further = idsFile ? (JSON.parse(await readFile(idsFile, 'utf8')) as string[]) : [];
  const installation = installedHeaders(netbsd);
  const constants = visibleConstants(netbsd, installation);
  const pseudoPath = pseudoPathStatement(netbsd);

  const statementFor = (id: string): Statement | undefined => {
    const [kind, ...rest] = id.split('/');
    if (kind === 'header') return headerStatement(rest.join('/'), installation);
    if (kind === 'flag') return flagStatement(rest[1], linuxHeader(id, features), constants, installation);
    return isPseudoPath(id) ? pseudoPath : undefined;
  };

  const ids = [...new Set([...Object.keys(features), ...further])].sort();
  const lines = ids.flatMap((id) => {
    const statement = Object.hasOwn(handWritten, id) ? undefined : statementFor(id);
    return statement ? [`  ${JSON.stringify(id)}: ${JSON.stringify([statement])}`] : [];
  });
  stdout.write(`{\n${lines.join(',\n')}\n}\n`);
}

const [, , rumprunGit, netbsdGit, idsFile] = argv;
if (!rumprunGit || !netbsdGit) {
  stderr.write('usage: main.js RUMPRUN_GIT SRC_NETBSD_GIT [ids.json]\n');
  process.exitCode = 2;
} else {
  await main(rumprunGit, netbsdGit, idsFile);
}
