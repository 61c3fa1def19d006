#include "relayd.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

#include "compat.h"

static int log_fd = STDERR_FILENO;
static int use_syslog;
static char log_path[PATH_MAX];
static char log_name[NAME_MAX + 1];
/* Held open so that workers reach the file after chroot(). */
static int log_folder = -1;
static uid_t owner;
static gid_t group;

int logger_open(const char *path, uid_t uid, gid_t gid)
{
	char copy[PATH_MAX];

	if (strcmp(path, "syslog") == 0) {
		openlog("relayd", LOG_PID | LOG_NDELAY, LOG_DAEMON);
		use_syslog = 1;
		return 0;
	}
	snprintf(log_path, sizeof(log_path), "%s", path);
	snprintf(copy, sizeof(copy), "%s", path);
	snprintf(log_name, sizeof(log_name), "%s", basename(copy));
	snprintf(copy, sizeof(copy), "%s", path);
	log_folder = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (log_folder < 0)
		return -1;
	owner = uid;
	group = gid;
	return logger_reopen();
}

int logger_reopen(void)
{
	int fd;

	if (use_syslog || log_folder < 0)
		return 0;
	fd = openat(log_folder, log_name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
	if (fd < 0)
		return -1;
	if (geteuid() == 0 && fchown(fd, owner, group) < 0) {
		close(fd);
		return -1;
	}
	if (log_fd != STDERR_FILENO)
		close(log_fd);
	log_fd = fd;
	return 0;
}

int logger_rotate(long limit)
{
	struct stat st;
	char old[PATH_MAX + 2];
	int status;

	if (limit == 0 || log_folder < 0 || fstat(log_fd, &st) < 0 || st.st_size <= limit)
		return 0;
	snprintf(old, sizeof(old), "%s.1", log_path);
	if (rename(log_path, old) < 0 || logger_reopen() < 0) {
		logger_write("cannot rotate the log: %m");
		return 0;
	}
	/* By the environment, so that no name has to be quoted. */
	setenv("RELAYD_OLD_LOG", old, 1);
	status = run_shell("exec gzip -f \"$RELAYD_OLD_LOG\"");
	if (status != 0)
		logger_write("gzip ended with status %d", status);
	return 1;
}

int logger_fd(void)
{
	return log_fd;
}

void logger_write(const char *format, ...)
{
	char line[1024];
	struct tm tm;
	int saved = errno;
	time_t now = time(NULL);
	size_t length;
	va_list args;

	va_start(args, format);
	if (use_syslog) {
		vsyslog(LOG_INFO, format, args);
		va_end(args);
		return;
	}
	length = strftime(line, sizeof(line), "%F %T ", localtime_r(&now, &tm));
	length += (size_t)snprintf(line + length, sizeof(line) - length, "[%d] ", (int)getpid());
	errno = saved; /* for %m */
	length += (size_t)vsnprintf(line + length, sizeof(line) - length - 1, format, args);
	va_end(args);
	if (length > sizeof(line) - 2)
		length = sizeof(line) - 2;
	line[length++] = '\n';
	if (write(log_fd, line, length) < 0)
		return;
}
