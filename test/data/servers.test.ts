import assert from 'node:assert/strict';
import { serverFileOf } from '#core/servers/serverFile.js';
import { readData } from '#tools/generate/readData.js';
import { settingFeatures } from '#tools/generate/settings.js';
import { checkServers } from '#tools/lint/checkServers.js';
import { sampleData } from './sampleData.js';

describe('servers', () => {
  it('are sound', async () => {
    assert.deepEqual(checkServers(await readData()), []);
  });

  it('of the sample are sound', () => {
    assert.deepEqual(checkServers(sampleData()), []);
  });

  it('are at least twelve', async () => {
    const { servers } = await readData();
    assert.ok(Object.keys(servers.servers).length >= 12);
  });

  it('need features that are listed', () => {
    const data = sampleData();
    data.servers.servers.toyd.settings[0].needs = 'function/clone3';
    assert.match(checkServers(data).join('\n'), /toyd: daemon: function\/clone3 is not in features.json/);
  });

  it('say how to undo what they do by default', () => {
    const data = sampleData();
    delete data.servers.servers.toyd.settings[0].set;
    assert.match(checkServers(data).join('\n'), /daemon: what it does by default nothing undoes/);
  });

  it('set values that take nothing', () => {
    const data = sampleData();
    data.servers.servers.toyd.settings[0].set = 'never';
    assert.match(checkServers(data).join('\n'), /daemon: never is not among the values that take nothing/);
  });

  it('close places of a source that can be told', () => {
    const data = sampleData();
    delete data.servers.servers.toyd.marks;
    assert.match(checkServers(data).join('\n'), /daemon: it closes places of a source that cannot be told/);
  });

  it('were ported to targets, with evidence from a repository that is named', () => {
    const data = sampleData();
    const { toyd } = data.servers.servers;
    toyd.ported = { moon: { how: 'as it is', evidence: [{ repository: 'nowhere', read: 'a:1' }] } };
    const problems = checkServers(data).join('\n');
    assert.match(problems, /ported to moon, which is no target/);
    assert.match(problems, /nowhere is no repository of this file/);
  });

  it('have each program and setting once', () => {
    const data = sampleData();
    const { toyd } = data.servers.servers;
    toyd.settings.push(toyd.settings[0]);
    data.servers.servers.toyd2 = { ...toyd, settings: [toyd.settings[0]] };
    const problems = checkServers(data).join('\n');
    assert.match(problems, /toyd: daemon is there twice/);
    assert.match(problems, /toyd2: toyd is a program of toyd already/);
  });

  it('make a feature of each setting', () => {
    assert.deepEqual(settingFeatures(sampleData()), [
      ['setting/toyd/daemon', { family: 'processes', note: 'processes' }],
    ]);
  });

  it('of which files are read are in the data', async () => {
    const { servers } = await readData();
    const names = [
      'nginx.conf',
      'redis.conf.example',
      'a/sshd_config',
      'conf/httpd.conf.in',
      'x.ovpn',
      'puma.rb',
    ];
    for (const name of names) {
      const file = serverFileOf(name);
      assert.ok(file && Object.hasOwn(servers.servers, file.server), name);
    }
    assert.equal(serverFileOf('my-nginx.conf.md'), undefined);
    assert.equal(serverFileOf('debian/upstart/nginx.conf'), undefined, 'a job of Upstart');
  });
});
