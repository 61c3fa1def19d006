/**
 * Porting notes of commands: by name, then by family.
 */
import { familyOfCommand } from './familyOfCommand.js';

const COMMANDS: Readonly<Record<string, string>> = {
  'apache-prefork': 'apache2 apachectl httpd',
  'core-dumps': 'coredumpctl gcore',
  'cron-jobs': 'anacron at atq atrm batch cron crond crontab logrotate',
  daemonize: 'daemonize nohup setsid start-stop-daemon',
  'debuggers-and-strace': `gdb gdbserver htop kdump ktrace lldb lsof ltrace pmap prstat ps pstack pstree strace
    top truss valgrind fuser w`,
  'erlang-ports': 'elixir epmd erl escript',
  'exec-in-place': 'chrt env ionice nice numactl prlimit runcon setarch stdbuf taskset unbuffer',
  'exec-probes': `containerd crictl docker docker-compose dockerd helm kubectl nerdctl pg_isready podman`,
  'file-change-notification': 'entr fswatch incrond inotifywait inotifywatch watchman',
  'file-locks': 'flock lockfile lslocks',
  'file-modes': 'chattr chgrp chmod chown install setfacl',
  'go-exec': 'go gofmt',
  'graceful-stop': 'halt init poweroff reboot shutdown telinit',
  gunicorn: 'celery gunicorn uvicorn uwsgi',
  'java-processes': 'jar java javac mvn',
  'kill-and-pid-files': 'kill killall killall5 pgrep pidof pkill',
  'limits-and-sysctl': 'sysctl',
  'named-pipes': 'mkfifo',
  nginx: 'haproxy lighttpd nginx',
  'node-cluster': 'bun deno node npm npx pm2 pnpm yarn',
  'php-fpm': 'php php-cgi php-fpm',
  postgresql: 'initdb pg_ctl pg_ctlcluster postgres postmaster',
  privileges: `bwrap capsh chroot doas fakeroot firejail getcap gosu nsenter pivot_root runuser setcap setpriv su su-exec sudo
    unshare`,
  'profiling-and-probes': 'bpftool bpftrace dtrace lttng perf py-spy rbspy stap sysdig trace-cmd',
  'pseudo-terminals': 'expect getty screen script stty tmux tty',
  'python-subprocess': 'pip pip3 pytest python python2 python3 uv virtualenv',
  'redis-snapshot': 'redis-sentinel redis-server valkey-server',
  'ruby-processes': 'bundle gem puma rake ruby unicorn',
  'rust-command': 'cargo rustc',
  'several-programs': `catatonit circusd dumb-init foreman honcho monit runit runsv runsvdir s6-supervise s6-svscan
    supervisorctl supervisord sv tini`,
  'shared-memory-and-semaphores': 'ipcmk ipcrm ipcs',
  'shell-entrypoint': 'ash bash busybox csh dash envsubst fish ksh mksh perl pwsh rbash rc sh tcsh zsh',
  'signals-as-debug-interface': 'jcmd jmap jstack jstat',
  syslog: 'filebeat fluent-bit fluentd journalctl logger rsyslogd syslog-ng syslogd vector',
  'systemd-contracts': `chkconfig initctl invoke-rc.d rc-service runlevel service systemctl systemd-notify systemd-run
    update-rc.d`,
};

const NETWORK_TOOLS = new Set(
  `arping dig drill host iperf iperf3 mtr ncat netstat nmap nslookup ping ping6 ss tcpdump tracepath traceroute traceroute6
  tshark wireshark`.split(/\s+/),
);

const NOTE_OF_FAMILY: Readonly<Record<string, string>> = {
  debugging: 'debuggers-and-strace',
  'network-configuration': 'network-tools',
};

const NOTE_OF_COMMAND: ReadonlyMap<string, string> = new Map(
  Object.entries(COMMANDS).flatMap(([slug, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, slug] as const),
  ),
);

/** Note for a command; whatever is not listed is a line of shell that the program has to do itself. */
export function noteOfCommand(name: string): string {
  if (NETWORK_TOOLS.has(name)) return 'network-tools';
  return NOTE_OF_COMMAND.get(name) ?? NOTE_OF_FAMILY[familyOfCommand(name)] ?? 'system';
}
