import assert from 'node:assert/strict';
import { remedyText } from '#core/messages/settingText.js';
import { commandEdits } from '#core/servers/commandEdits.js';
import { commandSettings } from '#core/servers/commandSettings.js';
import type { Server } from '#core/servers/server.js';
import { type ServerFile, serverFileOf } from '#core/servers/serverFile.js';
import { ServerSources } from '#core/servers/serverSources.js';
import { settingEdits } from '#core/servers/settingEdits.js';
import { shippedKnowledge } from '../support/knowledge.js';

describe('core: settings of servers', () => {
  let servers: ReadonlyMap<string, Server>;
  before(() => {
    servers = shippedKnowledge().servers();
  });

  /** A text after the edits for a setting. */
  function edited(path: string, name: string, text: string): string {
    const file = serverFileOf(path) as ServerFile;
    const server = servers.get(file.server) as Server;
    const setting = server.settings.find((one) => one.name === name);
    assert.ok(setting, `${server.id} has a setting ${name}`);
    const edits = [...settingEdits(text, file, server, setting)].sort((a, b) => b.start - a.start);
    return edits.reduce(
      (rest, { start, end, text: put }) => rest.slice(0, start) + put + rest.slice(end),
      text,
    );
  }

  it('replaces a value', () => {
    assert.equal(
      edited('etc/nginx.conf', 'daemon', 'user www;\ndaemon on; # why\n'),
      'user www;\ndaemon off; # why\n',
    );
  });

  it('puts in what is not set, as the file writes it', () => {
    assert.equal(edited('nginx.conf', 'daemon', 'events {}\n'), 'daemon off;\nevents {}\n');
    assert.equal(
      edited('stunnel.conf', 'foreground', 'cert = a.pem\r\n'),
      'foreground = yes\r\ncert = a.pem\r\n',
    );
    assert.equal(
      edited('dnsmasq.conf', 'keep-in-foreground', 'bogus-priv\n'),
      'keep-in-foreground\nbogus-priv\n',
    );
  });

  it('replaces the first of several directives and takes the others out', () => {
    assert.equal(
      edited('redis.conf', 'save', 'save 900 1\nsave 300 10 # often\nport 1\n'),
      'save ""\nport 1\n',
    );
  });

  it('takes out what is to be left out, with its line where nothing else stands there', () => {
    assert.equal(
      edited('haproxy.cfg', 'daemon', 'global\n    daemon\n    maxconn 9\n'),
      'global\n    maxconn 9\n',
    );
    assert.equal(edited('memcached.conf', '-d', '# run\n-d\n-m 64\n'), '# run\n-m 64\n');
  });

  it('replaces a switch', () => {
    assert.equal(edited('memcached.conf', '-u', '-m 64\n-u memcache\n'), '-m 64\n-u root\n');
  });

  it('changes nothing where the setting asks for nothing, or nothing helps', () => {
    assert.equal(edited('nginx.conf', 'daemon', 'daemon off;\n'), 'daemon off;\n');
    assert.equal(edited('postgresql.conf', 'process-for-each-connection', 'port = 1\n'), 'port = 1\n');
  });

  it('leaves nothing to tell behind', () => {
    const text = 'daemon on;\nmaster_process on;\nevents {}\n';
    const once = edited('nginx.conf', 'daemon', text);
    assert.equal(edited('nginx.conf', 'daemon', once), once);
  });

  it('reads the switches of a command', () => {
    const names = (id: string, ...words: (string | undefined)[]): string[] =>
      commandSettings(words, servers.get(id) as Server).map(({ name }) => name);
    assert.deepEqual(names('memcached', '-m', '64'), ['-u']);
    assert.deepEqual(names('memcached', '-d', '-u', 'root'), ['-d']);
    assert.deepEqual(names('memcached', '--daemon', '-umemcache'), ['-d', '-u']);
    assert.deepEqual(names('lighttpd', '-D'), []);
    assert.deepEqual(names('lighttpd', '-f', 'a.conf'), ['-D']);
    assert.deepEqual(names('lighttpd', undefined), [], 'a word that nobody can read may be the switch');
    assert.deepEqual(names('redis', '--daemonize', 'yes'), ['daemonize']);
    assert.deepEqual(names('redis', '--daemonize=no'), []);
  });

  it('knows a server by its own source, wherever that lies', () => {
    const files = new Set(['deps/mc/memcached.c', 'deps/mc/daemon.c', 'deps/mc/slabs.c', 'daemon.c']);
    const sources = new ServerSources(servers, (path) => files.has(path));
    assert.deepEqual(
      sources.serversOf(files).map(({ server, folder }) => [server.id, folder]),
      [['memcached', 'deps/mc/']],
    );
    const by = (path: string, feature: string): string | undefined => {
      const closed = sources.closed({ path, feature });
      return closed?.by === 'setting' ? closed.setting.name : closed?.by;
    };
    assert.equal(by('deps/mc/daemon.c', 'function/fork'), '-d');
    assert.equal(by('deps/mc/memcached.c', 'function/setuid'), '-u');
    assert.equal(by('deps/mc/memcached.c', 'function/sigaction'), undefined);
    assert.equal(by('deps/mc/timedrun.c', 'function/fork'), 'beside');
    assert.equal(by('daemon.c', 'function/fork'), undefined);
  });

  it('is told with what to do and what that costs', () => {
    const knowledge = shippedKnowledge();
    assert.equal(
      remedyText('setting/stunnel/foreground', knowledge),
      'Set foreground yes. Nothing is lost that a guest needs.',
    );
    assert.match(
      remedyText('setting/nginx/master_process', knowledge) ?? '',
      /^Set master_process off\. Lost: reloading/,
    );
    assert.match(remedyText('setting/haproxy/chroot', knowledge) ?? '', /^Leave chroot out\. Lost: /);
    assert.match(remedyText('setting/postgresql/process-for-each-connection', knowledge) ?? '', /database/);
    assert.equal(remedyText('function/fork', knowledge), undefined);
  });

  it('takes a switch off a command line, puts one on it, or replaces one', () => {
    const changed = (id: string, name: string, text: string, program: string): string => {
      const setting = servers.get(id)?.settings.find((one) => one.name === name);
      assert.ok(setting);
      const start = text.indexOf(program);
      const [edit, ...others] = commandEdits(text, start, start + program.length, setting);
      assert.deepEqual(others, []);
      return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
    };
    const unit = 'ExecStart=/usr/bin/memcached -d -u memcache -m 64\n';
    assert.equal(
      changed('memcached', '-d', unit, '/usr/bin/memcached'),
      'ExecStart=/usr/bin/memcached -u memcache -m 64\n',
    );
    assert.equal(
      changed('memcached', '-u', unit, '/usr/bin/memcached'),
      'ExecStart=/usr/bin/memcached -d -u root -m 64\n',
    );
    const image = 'CMD ["memcached", "-d", "-u", "memcache"]\n';
    assert.equal(changed('memcached', '-d', image, '"memcached"'), 'CMD ["memcached", "-u", "memcache"]\n');
    assert.equal(changed('memcached', '-u', image, '"memcached"'), 'CMD ["memcached", "-d", "-u", "root"]\n');
    const joined = 'ExecStart=/usr/bin/memcached -umemcache -m 64\n';
    assert.equal(
      changed('memcached', '-u', joined, '/usr/bin/memcached'),
      'ExecStart=/usr/bin/memcached -u root -m 64\n',
    );
    const quiet = 'ExecStart=/usr/sbin/lighttpd -f a.conf\n';
    assert.equal(
      changed('lighttpd', '-D', quiet, '/usr/sbin/lighttpd'),
      'ExecStart=/usr/sbin/lighttpd -D -f a.conf\n',
    );
    assert.equal(
      changed('lighttpd', '-D', 'CMD ["lighttpd", "-f", "a"]', '"lighttpd"'),
      'CMD ["lighttpd", "-D", "-f", "a"]',
    );
    assert.equal(changed('haproxy', '-W', 'haproxy -Ws -f a\n', 'haproxy'), 'haproxy -f a\n');
    assert.equal(changed('nginx', 'daemon', 'nginx -g "daemon on;"\n', 'nginx'), 'nginx -g "daemon on;"\n');
  });
});
