import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { runUnigap } from '../support/runUnigap.js';
import { type Answer, LanguageServer, PULL_CLIENT } from './languageServer.js';
import { whileInWorkspace } from './samples.js';

const SEVERITIES = ['', 'error', 'warning', 'information'];

const PROJECT = `{
  // All that a project can say.
  "targets": ["osv", "osv@0.57", "rumprun"],
  "severities": [
    { "family": "privileges", "severity": "error" },
    { "target": "rumprun", "severity": "information" },
    { "behaviour": "no-op", "severity": "off" },
    { "feature": "function/setsid", "severity": "warning" },
  ],
  "exclude": ["logger.c", "gen/"],
  "defines": { "*": { "RELAYD_USE_SECCOMP": 1 }, "osv": { "RELAYD_DEBUG": null } },
  "guards": { "osv": "RELAYD_ON_OSV", "rumprun": "RELAYD_ON_RUMPRUN" },
  "suppressions": [
    { "feature": "function/fork", "path": "src/m*.c", "reason": "runs without workers" },
    { "feature": "function/wait4", "reason": "was needed once" },
  ],
}
`;

const OWN = `#include <unistd.h>
#include <sys/epoll.h> // unigap-ignore-line header/sys/epoll.h -- an own one
#ifdef RELAYD_ON_OSV
int a(void) { return fork(); }
#endif
#ifdef RELAYD_ON_RUMPRUN
int b(void) { return vfork(); }
#endif
#if RELAYD_DEBUG
int c(void) { return daemon(0, 0); }
#endif
/* unigap-ignore-next-line function/setsid, function/popen -- said above */
int d(void) { return setsid() + fork(); }
const char *e = "// unigap-ignore-file";
`;

describe('protocol: the command line', () => {
  it('tells of a folder with a project file the gaps that the server publishes', () =>
    whileInWorkspace(
      { 'unigap.json': PROJECT, 'own.c': OWN, 'gen/x.c': OWN, 'logger.c': OWN },
      async (folder, uriOf) => {
        const path = fileURLToPath(folder);
        cpSync(join(PROJECT_ROOT, 'sample', 'relayd', 'src'), join(path, 'src'), { recursive: true });
        const published = await publishedGaps(folder, uriOf);
        const { out, err } = runUnigap(['scan', '--format', 'json'], { cwd: path });
        assert.equal(err, '');
        const { gaps, unusedSuppressions, suppressed } = JSON.parse(out);
        // The server tells gaps of macro bodies and stand-ins where they are used alone.
        const told = gaps
          .filter(({ tags }: Answer) => !tags.includes('macro-body') && !tags.includes('replacement'))
          .map((gap: Answer) => row(gap, gap.feature));
        const unused = unusedSuppressions.map((one: Answer) => row(one, 'unused-suppression'));
        assert.ok(told.length > 30, `${told.length} gaps`);
        assert.deepEqual([suppressed.length, unused.length], [3, 2]);
        assert.deepEqual(published, [...told, ...unused].sort());
      },
    ));

  it('prints the page that the server exports', () =>
    whileInWorkspace({ 'unigap.json': PROJECT, 'own.c': OWN }, (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const exported = pageParts(await server.request('unigap/export', { format: 'html' }));
        const { out } = runUnigap(['scan', '--format', 'html'], { cwd: fileURLToPath(folder) });
        const printed = pageParts(out);
        assert.equal(exported.program, printed.program);
        assert.ok(printed.document.gaps.length > 2);
        // Roots have other names, and only the command line counts what it leaves out.
        for (const part of ['gaps', 'targets', 'families', 'features', 'filesScanned', 'suppressedGaps'])
          assert.deepEqual(exported.document[part], printed.document[part], part);
      }),
    ));
});

/** The document in a page, and its style and script without the number that nobody can foresee. */
function pageParts(html: string): { document: Answer; program: string } {
  const [, json] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
  const [, nonce] = /nonce="(\w+)"/.exec(html) ?? [];
  const style = html.slice(html.indexOf('<style'), html.indexOf('</style>'));
  const script = html.slice(html.lastIndexOf('<script'));
  return { document: JSON.parse(json), program: (style + script).replaceAll(nonce, '') };
}

function row({ path, line, column, severity, message }: Answer, code: string): string {
  return `${path}:${line}:${column}: ${severity} ${code}: ${message}`;
}

/** All that a server tells of a folder, in the words of the command line. */
async function publishedGaps(folder: string, uriOf: (path: string) => string): Promise<string[]> {
  const rows: string[] = [];
  await LanguageServer.with({ folders: [folder], capabilities: PULL_CLIENT }, async (server) => {
    await server.request('unigap/scan', {});
    const { items } = await server.request('workspace/diagnostic', { previousResultIds: [] });
    const textDocument = { uri: uriOf('unigap.json') };
    const project = await server.request('textDocument/diagnostic', { textDocument });
    for (const { uri, items: diagnostics } of [...items, { ...textDocument, ...project }]) {
      const path = decodeURIComponent(uri.slice(uriOf('').length));
      for (const { range, severity, code, message } of diagnostics) {
        const { line, character } = range.start;
        const place = { path, line: line + 1, column: character + 1 };
        rows.push(row({ ...place, severity: SEVERITIES[severity], message }, code));
      }
    }
  });
  return rows.sort();
}
