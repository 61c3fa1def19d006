/**
 * Writes which names a build finds in the headers and libraries of a target into its file in `data/extracted`:
 *
 * - `node out/tools/extract/interface/main.js rumprun RUMPRUN_GIT SRC_NETBSD_GIT` reads the headers that a Rumprun
 *   toolchain installs;
 * - `node out/tools/extract/interface/main.js osv SOURCE HEADER... LIBRARY...` reads the headers (`*.h`) of the C library
 *   of the Linux host that it runs on, with its compiler, and the symbols of its libraries. SOURCE says in words which
 *   they are. On Debian: `$(dpkg -L libc6-dev linux-libc-dev | grep '\.h$' | grep -v /bits/)
 *   /lib/x86_64-linux-gnu/lib{c.so.6,m.so.6,resolv.so.2,anl.so.1,crypt.so.1} /usr/lib/x86_64-linux-gnu/libc_nonshared.a`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process, { argv, stderr } from 'node:process';
import type { BuildInterface } from '#core/knowledge/schema.generated.js';
import { PROJECT_ROOT } from '../../generate/projectRoot.js';
import { GitTree } from '../rumprun/gitTree.js';
import { installedHeaders } from '../rumprun/installedHeaders.js';
import { SRC_NETBSD } from '../rumprun/repositories.js';
import { headerInterface } from './headerInterface.js';
import { hostInterface } from './hostInterface.js';

/** Headers of drivers, file systems and tools: applications seldom ask for a name of theirs, and there are many. */
const OF_DRIVERS =
  /^(?:dev|isofs|nfs|fs|ufs|miscfs|msdosfs|ntfs|adosfs|filecorefs|coda|altq|crypto|curses|unctrl|term|termcap|form|menu|panel|eti|histedit|readline|security|c\+\+|g\+\+|gcc[^/]*|openssl|krb5|kadm5|gssapi|hdb|heimdal|dm|datalink|netatalk|netnatm|netsmb|compat|prop|atf-c|atf-c\+\+|pcap|lber|ldap|magic|archive|bzlib|lzma|zlib|rump|uvm|x86|xen|i386|amd64|machine)(?:[/._-]|$)/;

/** Headers of libraries that other systems get from elsewhere: that one has them says nothing of the others. */
const OF_LIBRARIES =
  /^(?:db|ndbm|pcap[\w-]*|uuid|zconf|zlib|md[245]|sha[12]|rmd160|pci|atomic|struct|sys\/sdt)\.h$|^(?:pcap|prop|crypto)\//;

function netbsdInterface(rumprunGit: string, netbsdGit: string): BuildInterface {
  const netbsd = new GitTree(netbsdGit, new GitTree(rumprunGit, 'HEAD').submodule(SRC_NETBSD));
  const { headers } = installedHeaders(netbsd);
  const installed = [...headers].filter(([name]) => !OF_DRIVERS.test(name) && !OF_LIBRARIES.test(name));
  const paths = [...new Set(installed.flatMap(([, { source }]) => source ?? []))];
  netbsd.preload(paths);
  const source = `the headers that the toolchain installs, from ${SRC_NETBSD} ${netbsd.commit.slice(0, 8)}`;
  return headerInterface(
    source,
    [...headers.keys()].filter((name) => !OF_LIBRARIES.test(name)),
    paths.map((path) => netbsd.text(path)),
  );
}

const [, , id, first, second, ...rest] = argv;
if (!id || !first || !second) {
  stderr.write('usage: main.js rumprun RUMPRUN_GIT SRC_NETBSD_GIT | osv SOURCE HEADER... LIBRARY...\n');
  process.exitCode = 2;
} else {
  const files = [second, ...rest];
  const names =
    rest.length === 0
      ? netbsdInterface(first, second)
      : hostInterface(
          first,
          files.filter((path) => path.endsWith('.h')),
          files.filter((path) => !path.endsWith('.h')),
        );
  const path = join(PROJECT_ROOT, 'data/extracted', `${id}.json`);
  const line = `  "interface": ${JSON.stringify(names)},\n`;
  const file = readFileSync(path, 'utf8').replace(/^ {2}"interface": .*\n/m, '');
  writeFileSync(
    path,
    file.replace('  "statements":', () => `${line}  "statements":`),
  );
}
