import assert from 'node:assert/strict';
import { askedBy, probeReplacement } from '#core/operations/formats/probeReplacement.js';

/** The manifest with its first exec probe replaced; undefined where it cannot be. */
function replaced(text: string): string | undefined {
  const found = probeReplacement(text, text.indexOf('exec:'));
  return found && text.slice(0, found.start) + found.text + text.slice(found.end);
}

describe('core: a probe over the network', () => {
  it('takes the place of one that runs a program, in blocks and in one line', () => {
    assert.equal(
      replaced(
        'livenessProbe:\n  exec:\n    command:\n    - curl\n    - -f\n    - http://localhost:8080/healthz?x=1\n  periodSeconds: 5\n',
      ),
      'livenessProbe:\n  httpGet:\n    path: /healthz?x=1\n    port: 8080\n  periodSeconds: 5\n',
    );
    assert.equal(
      replaced('a: { exec: { command: ["redis-cli", "-p", "6380", "ping"] }, x: 1 }\n'),
      'a: { tcpSocket: { port: 6380 }, x: 1 }\n',
    );
    assert.equal(
      replaced('x: 1\n---\nprobe:\n    exec:\n      command: [sh, -c, "wget -qO- https://127.0.0.1/up"]\n'),
      'x: 1\n---\nprobe:\n    httpGet:\n      path: /up\n      port: 443\n      scheme: HTTPS\n',
    );
  });

  it('is not guessed', () => {
    for (const command of [
      '[pgrep, relayd]',
      '[redis-cli, ping]',
      '[cat, /tmp/healthy]',
      '[curl, "http://{{ .host }}:80/"]',
    ]) {
      assert.equal(replaced(`livenessProbe:\n  exec:\n    command: ${command}\n`), undefined, command);
    }
    assert.equal(probeReplacement('exec:\n  command: [curl, "http://localhost/"]\n', 3), undefined);
    assert.equal(probeReplacement('exec: [', 0), undefined);
  });

  it('goes by what the words show', () => {
    assert.deepEqual(askedBy('nc -z localhost 6379'), { kind: 'tcpSocket', port: 6379 });
    assert.deepEqual(askedBy("sh -c '</dev/tcp/127.0.0.1/25'"), { kind: 'tcpSocket', port: 25 });
    assert.deepEqual(askedBy('pg_isready -h x --port=5433'), { kind: 'tcpSocket', port: 5433 });
    assert.deepEqual(askedBy('"mysqladmin" "ping" "-P3307"'), { kind: 'tcpSocket', port: 3307 });
    assert.equal(askedBy('curl http://example.org:80/'), undefined);
    assert.equal(askedBy('nc -z other 80'), undefined);
  });
});
