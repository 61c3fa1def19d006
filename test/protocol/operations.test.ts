import assert from 'node:assert/strict';
import { applied } from './appliedEdit.js';
import { LanguageServer } from './languageServer.js';
import { PLAIN, whileInWorkspace } from './samples.js';

const POD = 'containers:\n- name: a\n  livenessProbe:\n    exec:\n      command: [pgrep, relayd]\n';

interface Related {
  readonly location: { readonly uri: string };
  readonly message: string;
}

function related(diagnostic: { readonly relatedInformation?: readonly Related[] }): readonly Related[] {
  return diagnostic.relatedInformation ?? [];
}

describe('protocol: files by which a program is run and looked after', () => {
  it('have diagnostics, which follow edits', () =>
    whileInWorkspace({ 'main.c': PLAIN, 'look.sh': 'lsof -p 1\n', 'pod.yaml': POD }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const pod = uriOf('pod.yaml');
        server.open(pod, POD, 'yaml');
        const [probe] = await server.pushed(pod, ({ length }) => length === 1);
        assert.deepEqual([probe.code, probe.severity], ['practice/exec-probe', 1]);
        assert.deepEqual(probe.range, { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } });
        assert.match(probe.message, /^exec probe — OSv and Rumprun: /);
        server.notify('textDocument/didChange', {
          textDocument: { uri: pod, version: 2 },
          contentChanges: [
            { text: POD.replace('exec:\n      command: [pgrep, relayd]', 'tcpSocket: { port: 80 }') },
          ],
        });
        await server.pushed(pod, ({ length }) => length === 0);
        const look = uriOf('look.sh');
        server.open(look, 'lsof -p 1\nps aux\n', 'shellscript');
        const found = await server.pushed(look, ({ length }) => length === 2);
        assert.deepEqual(
          found.map(({ code, severity }) => [code, severity]),
          [
            ['command/lsof', 2],
            ['command/ps', 3],
          ],
        );
      }),
    ));

  it('have a fix for a probe whose command shows the port, and none that is for source', () =>
    whileInWorkspace({ 'main.c': PLAIN }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const pod = uriOf('pod.yaml');
        const text = POD.replace('[pgrep, relayd]', '[curl, "http://localhost:8080/up"]');
        server.open(pod, text, 'yaml');
        const [probe] = await server.pushed(pod, ({ length }) => length === 1);
        const actions = await server.request('textDocument/codeAction', {
          textDocument: { uri: pod },
          range: probe.range,
          context: { diagnostics: [probe] },
        });
        assert.deepEqual(
          actions.map(({ title }: { title: string }) => title),
          ['Ask with httpGet instead', 'Suppress practice/exec-probe in the project (unigap.json)'],
        );
        const edit = actions[0].edit ?? (await server.request('codeAction/resolve', actions[0])).edit;
        assert.equal(
          applied(text, pod, edit),
          'containers:\n- name: a\n  livenessProbe:\n    httpGet:\n      path: /up\n      port: 8080\n',
        );
      }),
    ));

  it('are told in the report of their folder, and have hovers', () =>
    whileInWorkspace({ 'main.c': PLAIN, 'look.sh': 'lsof -p 1\n' }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        await server.request('unigap/scan', {});
        const report = await server.request('unigap/report', {});
        assert.deepEqual(
          report.gaps.map(({ path, feature }: { path: string; feature: string }) => [path, feature]),
          [['look.sh', 'command/lsof']],
        );
        assert.match(report.targets[0].operability, /^of 1 facility relied on: 1 not at all$/);
        const look = uriOf('look.sh');
        server.open(look, 'lsof -p 1\n', 'shellscript');
        await server.pushed(look, ({ length }) => length === 1);
        const hover = await server.request('textDocument/hover', {
          textDocument: { uri: look },
          position: { line: 0, character: 1 },
        });
        assert.match(hover.contents.value, /Nothing lists the open descriptors/);
      }),
    ));

  it('of servers have a fix that sets what helps', () =>
    whileInWorkspace({ 'main.c': PLAIN }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const conf = uriOf('nginx.conf');
        const text = '# a comment\nmaster_process off;\nevents {}\n';
        server.open(conf, text, 'nginx');
        const [found] = await server.pushed(conf, ({ length }) => length === 1);
        assert.deepEqual([found.code, found.severity], ['setting/nginx/daemon', 1]);
        assert.match(
          found.message,
          /^daemon is not set: nginx goes into the background, with fork\(\) — OSv: fails/,
        );
        const hover = await server.request('textDocument/hover', {
          textDocument: { uri: conf },
          position: found.range.start,
        });
        assert.match(JSON.stringify(hover), /Set daemon off/);
        const actions = await server.request('textDocument/codeAction', {
          textDocument: { uri: conf },
          range: found.range,
          context: { diagnostics: [found] },
        });
        assert.equal(actions[0].title, 'Set daemon off');
        const edit = actions[0].edit ?? (await server.request('codeAction/resolve', actions[0])).edit;
        assert.equal(applied(text, conf, edit), '# a comment\ndaemon off;\nmaster_process off;\nevents {}\n');
      }),
    ));

  it('make a runbook for a target', () =>
    whileInWorkspace({ 'main.c': PLAIN, 'look.sh': 'strace -p 1\n' }, (folder) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const text: string = await server.request('unigap/export', { format: 'runbook', target: 'rumprun' });
        assert.match(text, /^# Operating `[^`]+` on Rumprun\n/);
        assert.match(text, /### Tracing of system calls\n/);
        assert.doesNotMatch(text, /on OSv\n/);
      }),
    ));

  it('lead from a probe to the script and the program that it starts', () =>
    whileInWorkspace(
      {
        'relayd.c': 'int main(void) { return 0; }\n',
        'check.sh': '#!/bin/sh\nexec /usr/sbin/relayd --check\n',
      },
      (folder, uriOf) =>
        LanguageServer.with({ folders: [folder] }, async (server) => {
          const pod = uriOf('pod.yaml');
          server.open(pod, POD.replace('[pgrep, relayd]', '["/usr/local/bin/check.sh"]'), 'yaml');
          const [probe] = await server.pushed(
            pod,
            ([first]) => (first?.relatedInformation?.length ?? 0) === 3,
          );
          assert.deepEqual(
            related(probe).map(({ location, message }) => [location.uri, message]),
            [
              [uriOf('check.sh'), 'runs check.sh'],
              [uriOf('check.sh'), 'which starts relayd'],
              [uriOf('relayd.c'), 'relayd begins here'],
            ],
          );
        }),
    ));
});
