/**
 * Names of files by which a program is run and looked after, as globs: a little wider than `mayBeOperations`, which what
 * they find is still to be asked of.
 */
import { SERVER_FILE_GLOBS } from '../servers/serverFile.js';

const SCRIPTS = '*.sh *.bash *.ksh *.zsh *.init *.postinst *.prerm *.postrm *.preinst';
const BUILDS = '*.mk Makefile* makefile GNUmakefile Dockerfile* *.dockerfile Containerfile* *.containerfile';
const RUNNERS =
  '*.yaml *.yml *.service *.socket *.timer supervisord* *.cron *.cron.d crontab* *.logrotate logrotate*';
const TOOLS = '*.d *.bt *.gdb .gdbinit *.md *.markdown';

export const OPERATIONS_GLOBS: readonly string[] = [
  ...[SCRIPTS, BUILDS, RUNNERS, TOOLS].flatMap((names) => names.split(' ')),
  ...SERVER_FILE_GLOBS,
];
