import assert from 'node:assert/strict';
import type { ClaimAnswer } from '#core/essay/claimAnswer.js';
import { reportOn } from '../support/reportOn.js';

/** Answers for a target, by claim. @param target index of the target: OSv, Rumprun. */
async function answersFor(
  files: Record<string, string>,
  target: number,
): Promise<Record<string, ClaimAnswer>> {
  const report = await reportOn(files);
  return Object.fromEntries(report.scorecardOf(report.targets[target]).map((one) => [one.id, one]));
}

const DROPS = `#include <unistd.h>
#include <sys/socket.h>
int main(void) { if (fork() == 0) setuid(33); listen(3, 5); return 0; }
`;

describe('core: claims of the essay', () => {
  it('are answered in their order, each with a title and a sentence', async () => {
    const report = await reportOn({ 'a.c': 'int f(void) { return 0; }\n' });
    const answers = report.scorecardOf(report.targets[0]);
    assert.deepEqual(
      answers.map(({ id }) => id),
      ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11'],
    );
    for (const { title, claim } of answers) assert.ok(title !== '' && claim.endsWith('.'));
  });

  it('hold by uses that are gaps, with their places', async () => {
    const { E3, E6, E9 } = await answersFor({ 'a.c': DROPS }, 0);
    assert.equal(E3.holds, 'yes');
    assert.match(E3.bearsOut[0], /^setuid\(\) halts the guest.*, at a\.c:3$/);
    assert.match(E3.bearsOut.at(-1) ?? '', /halts the machine in setuid \[read libc\/user\.cc/);
    assert.equal(E6.holds, 'yes');
    assert.match(E6.bearsOut[0], /^fork\(\) fails: .*, at a\.c:3$/);
    assert.equal(E9.holds, 'partly');
    assert.match(
      E9.speaksAgainst[0],
      /^The queue takes 128 connections whatever listen\(\) is given.* \[read bsd/,
    );
    assert.match(E9.bearsOut[0], /a queue for new connections that is shorter than 128 at a\.c:3/);
  });

  it('hold in part where only the target bears them out, and not where nothing does', async () => {
    const { E3, E4, E6, E9 } = await answersFor({ 'a.c': 'int f(void) { return 0; }\n' }, 0);
    assert.equal(E6.holds, 'no');
    assert.deepEqual([E3.holds, E4.holds, E9.holds], ['partly', 'partly', 'partly']);
    assert.match(E3.bearsOut[0], /share one address space/);
    assert.match(E4.bearsOut[0], /hangs the guest silently \[read core\/mempool\.cc/);
  });

  it('are not answered where a scan sees nothing', async () => {
    const { E1, E2 } = await answersFor({ 'a.c': DROPS }, 1);
    assert.deepEqual([E1.holds, E1.bearsOut, E1.speaksAgainst], ['unmeasured', [], []]);
    assert.equal(E2.holds, 'unmeasured');
    assert.match(E2.known[0], /the program asks Rumprun for \d+ features/);
  });

  it('look at what people rely on, and at what the target has besides', async () => {
    const { E8, E10 } = await answersFor({ 'a.c': '', 'look.sh': 'ps aux\nlsof -p 1\n' }, 0);
    assert.equal(E8.holds, 'partly');
    assert.match(E8.bearsOut[0], /^open files \(lsof, look\.sh:2\): nothing stands in for it$/);
    assert.match(
      E8.speaksAgainst[0],
      /^threads and processes \(ps, look\.sh:1\): another way inside the guest \(curl /,
    );
    assert.equal(E10.holds, 'partly');
    assert.match(E10.speaksAgainst[0], /^\d+ of \d+ are: threads and processes/);
  });

  it('set other platforms beside the target', async () => {
    const { E11 } = await answersFor({ 'a.c': '', 'look.sh': 'strace -p 1\nps\n' }, 1);
    assert.equal(E11.holds, 'yes');
    assert.match(E11.bearsOut.join('\n'), /SmartOS LX: 2 the same way; Rumprun: /);
    const nothing = await answersFor({ 'a.c': 'int f(void) { return 0; }\n' }, 1);
    assert.equal(nothing.E11.holds, 'unmeasured');
  });

  it('take settings of a server into account', async () => {
    const { E6 } = await answersFor(
      {
        'src/core/nginx.c': 'int a;\n',
        'src/os/unix/ngx_process_cycle.c': 'int b;\n',
        'src/os/unix/ngx_process.c': '#include <unistd.h>\nint spawn(void) { return fork(); }\n',
      },
      0,
    );
    assert.equal(E6.holds, 'partly');
    assert.equal(E6.speaksAgainst[0], 'nginx with master_process off: 1 of these less');
    assert.equal(E6.speaksAgainst[1], 'nginx has been run there without changing its source');
  });
});
