import assert from 'node:assert/strict';
import { facilityRows } from '#core/operability/facilityTable.js';
import { targetDocument } from '#core/report/reportDocument.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { reportOn } from '../support/reportOn.js';

describe('core: whether a program can be operated', () => {
  it('counts each facility once, by the worst of what is relied on', async () => {
    const { targets } = await reportOn({
      'a.c': '#include <syslog.h>\nvoid f(void) { syslog(1, "x"); }\n',
      'look.sh': 'ps aux\npgrep relayd\nps -ef\nlsof -p 1\n',
      // What runs tests is no part of it.
      'test/look.sh': 'gdb -p 1\n',
    });
    const [osv, rumprun] = targets.map(({ operability }) => operability);
    assert.deepEqual(
      osv.facilities.map(({ facility, level }) => `${facility.id} ${level}`),
      ['threads inside', 'open-files none', 'log inside'],
    );
    assert.deepEqual(osv.byLevel, { same: 0, inside: 2, outside: 0, none: 1, unknown: 0 });
    assert.deepEqual(rumprun.byLevel, { same: 0, inside: 0, outside: 2, none: 1, unknown: 0 });
    const [ps] = osv.facilities[0].features;
    assert.deepEqual(
      [ps.feature, ps.count, ps.places[1]],
      ['command/ps', 2, { path: 'look.sh', line: 2, column: 0 }],
    );
  });

  it('takes commands in a probe into account, though the probe alone is told', async () => {
    const { gaps, targets } = await reportOn({
      'pod.yaml': 'containers:\n- name: a\n  livenessProbe:\n    exec:\n      command: [pgrep, relayd]\n',
    });
    assert.deepEqual(
      gaps.map(({ use, severity }) => `${use.feature} ${severity}`),
      ['practice/exec-probe error'],
    );
    assert.deepEqual(
      targets[0].operability.facilities.map(({ facility }) => facility.id),
      ['threads'],
    );
  });

  it('leaves verdict and figure alone', async () => {
    const { targets } = await reportOn({
      'a.c': 'int f(void) { return 0; }\n',
      'look.sh': 'lsof\nkill -HUP 1\n',
    });
    assert.deepEqual(
      targets.map(({ verdict, figure }) => [verdict.least, verdict.most, figure.used]),
      [
        ['ready', 'ready', 0],
        ['ready', 'ready', 0],
      ],
    );
  });

  it('takes local sockets for a way to control the program only where a file listens', async () => {
    const socketIn = (rest: string): string =>
      `#include <sys/socket.h>\nint f(void) { int s = socket(AF_UNIX, SOCK_STREAM, 0); ${rest} return s; }\n`;
    const facilitiesOf = async (rest: string): Promise<string[]> => {
      const { targets } = await reportOn({ 'a.c': socketIn(rest) });
      return targets[0].operability.facilities.map(({ facility, level }) => `${facility.id} ${level}`);
    };
    assert.deepEqual(await facilitiesOf('listen(s, 511);'), ['control-sockets none']);
    assert.deepEqual(await facilitiesOf('connect(s, 0, 0);'), []);
    const { targets } = await reportOn({
      'pair.c':
        '#include <sys/socket.h>\nvoid f(int *v) { socketpair(AF_UNIX, SOCK_STREAM, 0, v); listen(v[0], 9); }\n',
      'a.c': `${socketIn('bind(s, 0, 0);\n listen(s, 511);')}${socketIn('connect(s, 0, 0);')}`,
    });
    const sockets = targets[0].operability.facilities.filter(
      ({ facility }) => facility.id === 'control-sockets',
    );
    assert.deepEqual(
      sockets[0].features[0].places.map(({ path, line }) => `${path}:${line}`),
      ['a.c:1'],
    );
  });

  it('sets what targets offer side by side', async () => {
    const { targets } = await reportOn({ 'look.sh': 'strace -p 1\n' });
    const [row] = facilityRows(targets.map((target) => targetDocument(target, shippedKnowledge())));
    assert.deepEqual([row.names, row.places, row.count], [['strace'], ['look.sh:1'], 1]);
    assert.deepEqual(
      row.targets.map(({ target, level }) => `${target}: ${level}`),
      ['OSv: inside', 'Rumprun: none'],
    );
    assert.match(row.targets[0].ways[0].what, /trace events/);
  });
});
