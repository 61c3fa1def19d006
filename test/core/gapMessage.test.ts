import assert from 'node:assert/strict';
import { gapMessage } from '#core/messages/gapMessage.js';
import { reportOf } from '#core/report/report.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { scanFiles } from '../support/scan.js';

async function messages(statements: string): Promise<string[]> {
  const source = `int f(int x, int fd, void *p) {\n${statements}\n}\n`;
  const scan = await scanFiles({ 'a.c': source });
  const targets = [targetOf('osv'), targetOf('rumprun')];
  const { gaps } = reportOf(scan, shippedKnowledge(), {
    targets,
    minSeverity: 'information',
    definesFor: () => ({}),
  });
  return gaps.map((gap) => gapMessage(gap, shippedKnowledge()));
}

describe('core: messages', () => {
  const rows: readonly (readonly [what: string, statements: string, message: string])[] = [
    [
      'a flag on which the outcome hangs',
      'send(fd, p, 1, MSG_MORE);',
      'send(.., MSG_MORE) — OSv: reports success and does nothing (returns the number of bytes; the flag is dropped)',
    ],
    [
      'a command that nothing is known of',
      'prctl(PR_SET_THP_DISABLE, 1);',
      'prctl(PR_SET_THP_DISABLE, ..) — Rumprun: missing: does not compile; OSv: fails: returns -1, errno EINVAL',
    ],
    [
      'what an answer is',
      'getgrnam(p);',
      'getgrnam() — OSv: gives a wrong answer (returns a group with gid 0; every other name answers gid 0)',
    ],
    [
      'a signal that never comes',
      'signal(SIGINT, stop);',
      'SIGINT — Rumprun: never delivered: nothing typed on the console raises it, and a handler is never called',
    ],
    [
      'a condition of the build once',
      '#ifdef USE_CHILD\nfork();\n#endif',
      'fork() — OSv: fails: returns -1, errno left unchanged; Rumprun: fails: returns 86, errno ENOTSUP (where defined(USE_CHILD) holds)',
    ],
    [
      'a state in which it works',
      'syslog(1, "a");\n',
      'syslog() — OSv: missing: the guest halts at the first call unless the program is built with _FORTIFY_SOURCE; Rumprun: reports success and does nothing (the message is lost: there is no syslogd) unless openlog was called with LOG_PERROR',
    ],
    [
      'a negated errno',
      'ioctl(fd, TIOCOUTQ, &x);',
      'TIOCOUTQ — OSv: fails: returns -1, errno negated: -ENOTTY unless the descriptor is a socket',
    ],
    [
      'the other value of a choice',
      'socket(x ? AF_INET6 : AF_INET, SOCK_STREAM, 0);',
      'AF_INET6 — OSv: fails: returns -1, errno EAFNOSUPPORT unless the other value is chosen',
    ],
  ];
  for (const [what, statements, message] of rows) {
    it(`tells ${what}`, async () => {
      assert.deepEqual(await messages(statements), [message]);
    });
  }
});
