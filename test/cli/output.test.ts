import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { PROGRAM, runUnigap } from '../support/runUnigap.js';
import { inFolder, whileInFolder } from '../support/temporaryFolder.js';

const MANY = `${'#include <sys/epoll.h>\nint f(void) { return fork() + epoll_create1(0); }\n'.repeat(400)}`;

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}.c`, MANY]));
}

describe('cli: output', () => {
  it('has neither color nor progress in a pipe', () => {
    inFolder(many(3), (folder) => {
      const { out, err } = runUnigap(['scan', folder]);
      assert.equal(err, '');
      assert.ok(!out.includes('\x1b'));
    });
  });

  it('a reader that has seen enough gets no complaint', async () => {
    await whileInFolder(many(20), async (folder) => {
      const { err } = await runAsync(['scan', '--format', 'json', folder], ({ stdout }) => {
        stdout.once('data', () => stdout.destroy());
      });
      assert.equal(err, '');
    });
  });

  it('a slow reader gets all of a long document', async () => {
    await whileInFolder(many(20), async (folder) => {
      let out = '';
      await runAsync(['scan', '--format', 'json', '--uses', folder], ({ stdout }) => {
        stdout.setEncoding('utf8');
        stdout.on('data', (text) => {
          out += text;
          stdout.pause();
          setTimeout(() => stdout.resume(), 1);
        });
      });
      assert.equal(JSON.parse(out).gaps.length, 20 * 400 * 3);
    });
  });

  it('a disk that is full is told', function () {
    if (!existsSync('/dev/full')) this.skip();
    inFolder(many(1), (folder) => {
      const { status, err } = runUnigap(['scan', folder], {
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      });
      assert.equal(status, 2);
      assert.equal(err, 'unigap: the output cannot be written (ENOSPC).\n');
    });
  });

  it('an interrupt ends a scan at once', async () => {
    await whileInFolder(many(600), async (folder) => {
      let sent = 0;
      const { err, signal } = await runAsync(['scan', folder], (child) => {
        child.stdout.resume();
        setTimeout(() => {
          sent = performance.now();
          child.kill('SIGINT');
        }, 250);
      });
      assert.equal(signal, 'SIGINT');
      assert.ok(performance.now() - sent < 1000);
      assert.equal(err, '');
    });
  });
});

/** Runs the program, lets `drive` do something to it, and answers with how it ended. */
function runAsync(
  args: readonly string[],
  drive: (child: ChildProcessWithoutNullStreams) => void,
): Promise<{ err: string; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args]);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.on('close', (_, signal) => resolve({ err, signal }));
    drive(child);
  });
}
