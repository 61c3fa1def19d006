import assert from 'node:assert/strict';
import { sentSignal } from '#core/operations/sentSignal.js';
import { carriedCommand, looksInside } from '#core/operations/shell/remoteCommand.js';

describe('core: commands that are carried elsewhere', () => {
  const carried: readonly (readonly [line: string, inner: string | undefined])[] = [
    ['docker exec c ps', 'ps'],
    ['docker exec -it -u root --env A=b c ps aux', 'ps aux'],
    ['docker compose -f x.yml exec svc ps', 'ps'],
    ['docker exec c', undefined],
    ['docker run image ps', undefined],
    ['podman exec c ps', 'ps'],
    ['kubectl exec pod -- ps', 'ps'],
    ['kubectl -n a exec -c b pod -- ps -e', 'ps -e'],
    ['kubectl exec pod ps', undefined],
    ['kubectl run x -- ps', undefined],
    ['ssh host ps aux', 'ps aux'],
    ['ssh -p 22 -o A=b user@host ps', 'ps'],
    ['ssh host', undefined],
    ['nsenter -t 1 -n ss -tn', 'ss -tn'],
    ['env ps', undefined],
  ];
  for (const [line, inner] of carried) {
    it(line, () => {
      const [program, ...words] = line.split(' ');
      const found = carriedCommand(program, words);
      assert.equal(found && words.slice(found.at).join(' '), inner);
    });
  }

  it('look inside, or do not', () => {
    assert.deepEqual(
      ['docker ps', 'docker exec c x', 'docker logs c', 'kubectl get pods', 'kubectl debug p', 'ps aux'].map(
        (line) => looksInside(line.split(' ')[0], line.split(' ').slice(1)),
      ),
      [false, true, true, false, true, true],
    );
  });
});

describe('core: signals that are sent', () => {
  const sent: readonly (readonly [line: string, signal: string | undefined])[] = [
    ['kill -HUP 1', 'SIGHUP'],
    ['kill -SIGUSR1 1', 'SIGUSR1'],
    ['kill -s USR2 1', 'SIGUSR2'],
    ['kill -1 1', 'SIGHUP'],
    ['kill -n 12 1', 'SIGUSR2'],
    ['pkill --signal QUIT x', 'SIGQUIT'],
    ['pkill --signal=HUP x', 'SIGHUP'],
    ['start-stop-daemon --stop --signal USR1', 'SIGUSR1'],
    ['kill 1', undefined],
    ['kill -0 1', undefined],
    ['kill -l', undefined],
    ['pkill -f x', undefined],
    ['echo -HUP', undefined],
  ];
  for (const [line, signal] of sent) {
    it(line, () => {
      const [name, ...words] = line.split(' ');
      assert.equal(sentSignal({ name, words }), signal);
    });
  }
});
