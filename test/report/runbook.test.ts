import assert from 'node:assert/strict';
import { reportDocument } from '#core/report/reportDocument.js';
import { runbook } from '#core/runbook/runbook.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { reportOn } from '../support/reportOn.js';

async function runbooks(files: Record<string, string>): Promise<string[]> {
  const report = await reportOn(files);
  const document = reportDocument(report, shippedKnowledge(), ['relayd'], (path) => ({ root: 0, path }));
  return document.targets.map((target) => runbook(document, target));
}

describe('report: runbook', () => {
  it('names what people do, where, and what does it there, with evidence', async () => {
    const [osv] = await runbooks({
      'a.c': 'int f(void) { return 0; }\n',
      'look.sh': 'ps aux\nstrace -p 1\n',
    });
    assert.match(osv, /^# Operating `relayd` on OSv\n/);
    assert.match(
      osv,
      /### Threads and processes\n\n_Which threads run.*_\n\n- Today: `ps` \(`look\.sh:1`\)\n- There: \*\*another way inside the guest\*\*/,
    );
    assert.match(osv, /```sh\ncurl http:\/\/guest:8000\/os\/threads\n```/);
    assert.match(osv, /_\(read loader\.cc:198\)_/);
  });

  it('says what has to be set before the first start, and what that costs', async () => {
    const [osv] = await runbooks({ 'a.c': '', 'nginx.conf': 'daemon off;\nmaster_process on;\nevents {}\n' });
    assert.match(
      osv,
      /## Before it starts\n\n- `nginx\.conf:2`: master\\_process on: nginx forks .* Set master\\_process off\. Lost: reloading/,
    );
  });

  it('tells of what is done while it runs only as that', async () => {
    const [osv] = await runbooks({ 'a.c': 'int f(int s) { return listen(s, 5); }\n' });
    assert.match(osv, /- Today: `short backlog` \(`a\.c:1`\)/);
    assert.ok(!osv.includes('## Before it starts'));
  });

  it('says what is lost, and what nobody asks for yet', async () => {
    const [osv, rumprun] = await runbooks({ 'a.c': '', 'look.sh': 'lsof -p 1\nstrace -p 1\n' });
    assert.match(osv, /## What is lost\n\n- Open files: `lsof`\n/);
    assert.match(rumprun, /## What is lost\n\n- Tracing of system calls: `strace`\n- Open files: `lsof`\n/);
    assert.match(osv, /## What else can be asked there\n\n\| Question \| How \| Evidence \|\n/);
  });

  it('holds an entry of launch.json that is JSON', async () => {
    for (const text of await runbooks({ 'a.c': '' })) {
      const json = /```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';
      const { configurations } = JSON.parse(json) as { configurations: Record<string, unknown>[] };
      assert.equal(configurations.length, 1);
      assert.deepEqual(
        [configurations[0].type, configurations[0].miDebuggerServerAddress],
        ['cppdbg', 'localhost:1234'],
      );
    }
  });

  it('has the scorecard', async () => {
    const [osv] = await runbooks({ 'a.c': '' });
    for (let claim = 1; claim <= 11; claim++) assert.match(osv, new RegExp(`^\\| E${claim} \\|`, 'm'));
  });

  it('says where nothing was found', async () => {
    const [osv] = await runbooks({ 'a.c': 'int f(void) { return 0; }\n' });
    assert.match(osv, /Nothing was found by which people look into this program\./);
  });
});
