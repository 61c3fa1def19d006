/**
 * Which files configure which server, by their names.
 */
import { baseName } from '../source/baseName.js';

export type ServerFileSyntax =
  /** A directive a line: a name, a blank, `=` or `:`, and its value. */
  | 'lines'
  /** Directives that end with `;`, in blocks of braces. */
  | 'blocks'
  /** Switches as on a command line. */
  | 'switches';

export interface ServerFile {
  /** Id of the server. */
  readonly server: string;
  readonly syntax: ServerFileSyntax;
  /** Whether it is the file that the server starts from: what is not set there has its default. */
  readonly isMain: boolean;
  /** Sections, by their names in brackets, that are the server's; all of the file is if it is left out. */
  readonly sections?: readonly string[];
}

/** What a file configures, by its path with forward slashes; undefined if its name says nothing. */
export function serverFileOf(path: string): ServerFile | undefined {
  if (OF_OTHERS.test(path)) return undefined;
  const name = baseName(path).replace(TEMPLATE, '');
  return FILES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Folders in which others say something of a server, in files that bear its name: jobs of Upstart, rules of AppArmor. */
const OF_OTHERS =
  /(?:^|\/)(?:upstart|init|init\.d|default|apparmor(?:\.d)?|logrotate\.d|cron\.d|rsyslog\.d|ufw|monit|fail2ban|tmpfiles\.d|sysusers\.d)\//;

/** Endings of files that are filled in or copied before they are used. */
const TEMPLATE = /\.(?:in|example|sample|default|dist|template|tmpl|j2|erb)$/;

const FILES: readonly (readonly [RegExp, ServerFile])[] = [
  [/^nginx\.conf$/, { server: 'nginx', syntax: 'blocks', isMain: true }],
  [/^(?:redis|valkey|keydb)\.conf$/, { server: 'redis', syntax: 'lines', isMain: true }],
  [/^(?:redis-)?sentinel\.conf$/, { server: 'redis', syntax: 'lines', isMain: false }],
  [/^memcached(?:_.*)?\.conf$/, { server: 'memcached', syntax: 'switches', isMain: true }],
  [/^lighttpd\.conf$/, { server: 'lighttpd', syntax: 'lines', isMain: true }],
  [/^(?:httpd|apache2)\.conf$/, { server: 'httpd', syntax: 'lines', isMain: true }],
  [/^php-fpm\.conf$/, { server: 'php-fpm', syntax: 'lines', isMain: true }],
  [/^www\.conf$/, { server: 'php-fpm', syntax: 'lines', isMain: false }],
  [/^haproxy\.(?:cfg|conf)$/, { server: 'haproxy', syntax: 'lines', isMain: true }],
  [/^postgresql\.conf$/, { server: 'postgresql', syntax: 'lines', isMain: true }],
  [
    /^(?:my|mysqld?|mariadb|\d+-server|\d+-mariadb)\.cnf$/,
    {
      server: 'mariadb',
      syntax: 'lines',
      isMain: false,
      sections: ['mysqld', 'mariadb', 'mariadbd', 'server', 'mysqld_safe', 'mariadbd-safe'],
    },
  ],
  [/^sshd_config$/, { server: 'sshd', syntax: 'lines', isMain: true }],
  [/^dnsmasq\.conf$/, { server: 'dnsmasq', syntax: 'lines', isMain: true }],
  [/^mosquitto\.conf$/, { server: 'mosquitto', syntax: 'lines', isMain: true }],
  [/^stunnel\.conf$/, { server: 'stunnel', syntax: 'lines', isMain: true }],
  [/^rsyslog\.conf$/, { server: 'rsyslogd', syntax: 'lines', isMain: true }],
  [/^torrc(?:-[\w.-]+)?$/, { server: 'tor', syntax: 'lines', isMain: true }],
  [/^(?:openvpn\.conf|.*\.ovpn)$/, { server: 'openvpn', syntax: 'lines', isMain: true }],
  [/^chrony\.conf$/, { server: 'chronyd', syntax: 'lines', isMain: true }],
  [/^puma\.rb$/, { server: 'puma', syntax: 'lines', isMain: true }],
  [/^unicorn\.rb$/, { server: 'unicorn', syntax: 'lines', isMain: true }],
  [/^gunicorn(?:\.conf|_conf(?:ig)?)?\.py$/, { server: 'gunicorn', syntax: 'lines', isMain: true }],
  [/^uwsgi\.ini$/, { server: 'uwsgi', syntax: 'lines', isMain: true }],
  [/^ecosystem\.config\.c?js$/, { server: 'pm2', syntax: 'lines', isMain: true }],
];

/** Globs of their names, a little wider than the rule. */
export const SERVER_FILE_GLOBS =
  'nginx.conf* redis.conf* valkey.conf* keydb.conf* *sentinel.conf* memcached*.conf* lighttpd.conf* *.cnf* httpd.conf* apache2.conf* php-fpm.conf* www.conf* haproxy.* postgresql.conf* sshd_config* dnsmasq.conf* mosquitto.conf* stunnel.conf* rsyslog.conf* torrc* openvpn.conf* *.ovpn chrony.conf* puma.rb unicorn.rb gunicorn*.py uwsgi.ini ecosystem.config.*'.split(
    ' ',
  );
