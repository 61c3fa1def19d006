#include "relayd.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef HAVE_EXECINFO_H
#include <execinfo.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif
#ifdef RELAYD_USE_SECCOMP
#include <linux/seccomp.h>
#endif

#define DESCRIPTORS_A_SESSION 2
#define DESCRIPTORS_BESIDES 64

static int pid_fd = -1;

int process_detach(void)
{
	int null;

	switch (fork()) {
	case -1:
		return -1;
	case 0:
		break;
	default:
		_exit(EXIT_SUCCESS);
	}
	if (setsid() < 0)
		return -1;
	umask(027);
	if (chdir("/") < 0)
		return -1;
	null = open("/dev/null", O_RDWR);
	if (null < 0)
		return -1;
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	if (null > STDERR_FILENO)
		close(null);
	return 0;
}

int process_write_pid_file(const char *path)
{
	char text[32];
	int length = snprintf(text, sizeof(text), "%d\n", (int)getpid());

	pid_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (pid_fd < 0 || flock(pid_fd, LOCK_EX | LOCK_NB) < 0)
		return -1;
	if (ftruncate(pid_fd, 0) < 0 || write(pid_fd, text, (size_t)length) != length)
		return -1;
	return fsync(pid_fd);
}

void process_remove_pid_file(const char *path)
{
	if (pid_fd >= 0)
		unlink(path);
}

void process_set_limits(const struct conf *conf)
{
	struct rlimit core = { RLIM_INFINITY, RLIM_INFINITY };
	rlim_t wanted = (rlim_t)conf->max_sessions * DESCRIPTORS_A_SESSION + DESCRIPTORS_BESIDES;
	struct rlimit files;

	if (setrlimit(RLIMIT_CORE, &core) < 0)
		logger_write("no core files: %m");
	if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < wanted) {
		files.rlim_cur = wanted;
		if (files.rlim_max < wanted)
			files.rlim_max = wanted;
		if (setrlimit(RLIMIT_NOFILE, &files) < 0)
			logger_write("not enough descriptors for %d sessions: %m", conf->max_sessions);
	}
}

#ifdef RELAYD_USE_SECCOMP
/* A worker has no reason to gain rights. The strict filter of the distribution is loaded by its unit file. */
static int confine(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return -1;
	if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == SECCOMP_MODE_DISABLED)
		logger_write("no seccomp filter is loaded");
	return 0;
}
#endif

int process_drop_privileges(const struct conf *conf)
{
	if (geteuid() == 0) {
		if (conf->chroot_dir[0] != '\0' && (chroot(conf->chroot_dir) < 0 || chdir("/") < 0))
			return -1;
		if (conf->user[0] != '\0') {
			if (initgroups(conf->user, conf->gid) < 0)
				return -1;
			if (setgid(conf->gid) < 0 || setuid(conf->uid) < 0)
				return -1;
		}
	}
#ifdef __linux__
	/* setuid() forbids core files. */
	if (prctl(PR_SET_DUMPABLE, 1) < 0)
		return -1;
#endif
#ifdef RELAYD_USE_SECCOMP
	return confine();
#else
	return 0;
#endif
}

static void on_crash(int signum)
{
	static const char text[] = "crash: stack trace follows\n";

	if (write(logger_fd(), text, sizeof(text) - 1) > 0) {
#ifdef HAVE_EXECINFO_H
		void *frames[64];

		backtrace_symbols_fd(frames, backtrace(frames, 64), logger_fd());
#endif
	}
	/* The handler is reset: the signal ends the process with a core file. */
	raise(signum);
}

void process_catch_crashes(void)
{
	static char alternate[65536];
	stack_t stack = { .ss_sp = alternate, .ss_size = sizeof(alternate) };
	struct sigaction action = { .sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND };

	sigemptyset(&action.sa_mask);
	if (sigaltstack(&stack, NULL) < 0)
		action.sa_flags &= ~SA_ONSTACK;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGABRT, &action, NULL);
}
