#include "relayd.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#define LOG_CHECK_MILLISECONDS 5000
/* A worker that lived for less is not started again at once. */
#define SHORT_LIFE 2
#define CRASHES_TO_REPORT 5

struct child {
	pid_t pid;			/* 0 while it has to be started */
	int control;
	time_t started;
};

static struct conf *conf;
static const char *conf_path;
static int listener;
static struct worker_stats *stats;
static struct child children[MAX_WORKERS];
static int crashes;

static int run_worker(int number, int control, const char *path)
{
	struct worker worker = { conf, path, listener, control, &stats[number] };

	stats[number].pid = getpid();
	if (process_drop_privileges(conf) < 0) {
		logger_write("cannot become %s: %m", conf->user);
		return EXIT_FAILURE;
	}
	return worker_run(&worker);
}

static void start_worker(int number)
{
	struct child *child = &children[number];

#ifdef __RUMPRUN__
	/* No second process: this one is the worker, and there is nobody to give orders. */
	if (number == 0)
		exit(run_worker(0, -1, conf_path));
#else
	child->started = time(NULL);
	child->control = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	child->pid = child->control < 0 ? -1 : fork();
	if (child->pid == 0) {
#ifdef __linux__
		prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
		_exit(run_worker(number, child->control, NULL));
	}
#endif
	if (child->pid < 0) {
		logger_write("worker %d cannot be started: %m", number);
		if (child->control >= 0)
			close(child->control);
		child->pid = 0;
		return;
	}
}

static void order(const struct child *child, uint64_t what)
{
	if (child->pid > 0 && write(child->control, &what, sizeof(what)) != sizeof(what))
		logger_write("pid %d takes no orders: %m", (int)child->pid);
}

static void report_crashes(void)
{
	FILE *mail = popen("mail -s 'relayd: workers crash' root", "w");

	if (mail == NULL) {
		logger_write("no mail can be sent: %m");
		return;
	}
	fprintf(mail, "%d workers were killed by a signal; see the log.\n", crashes);
	pclose(mail);
}

static void reap(void)
{
	pid_t pid;
	int status;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (WIFSIGNALED(status)) {
			logger_write("pid %d was killed by %s%s", (int)pid, strsignal(WTERMSIG(status)),
				     WCOREDUMP(status) ? ", core dumped" : "");
			if (++crashes == CRASHES_TO_REPORT)
				report_crashes();
		}
		for (int i = 0; i < conf->workers; i++) {
			if (children[i].pid != pid)
				continue;
			close(children[i].control);
			children[i].pid = 0;
			STATS_ADD(stats[i].restarts, 1UL);
			if (time(NULL) - children[i].started >= SHORT_LIFE)
				start_worker(i);
		}
	}
}

/* New workers with the new configuration; the old ones finish their sessions. */
static void reload(void)
{
	struct conf fresh;
	char err[256];

	if (conf_read(&fresh, conf_path, err, sizeof(err)) < 0) {
		logger_write("the old configuration stays: %s", err);
		return;
	}
	fresh.workers = conf->workers;
	*conf = fresh;
	if (logger_reopen() < 0)
		logger_write("the old log file stays: %m");
	for (int i = 0; i < conf->workers; i++) {
		order(&children[i], ORDER_QUIT);
		if (children[i].pid > 0)
			close(children[i].control);
		start_worker(i);
	}
	logger_write("configuration read again");
}

static void stop(void)
{
	for (int i = 0; i < conf->workers; i++)
		if (children[i].pid > 0)
			kill(children[i].pid, SIGTERM);
	while (waitpid(-1, NULL, 0) > 0)
		;
}

static void every_few_seconds(void)
{
	if (logger_rotate(conf->log_limit))
		for (int i = 0; i < conf->workers; i++)
			order(&children[i], ORDER_REOPEN_LOG);
	for (int i = 0; i < conf->workers; i++)
		if (children[i].pid == 0)
			start_worker(i);
}

static int open_signals(void)
{
	static const int taken[] = { SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGCHLD };
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		sigaddset(&set, taken[i]);
	if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
		return -1;
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int master_run(struct conf *given, const char *path, int listening)
{
	struct signalfd_siginfo info;
	struct pollfd watched = { .events = POLLIN };

	conf = given;
	conf_path = path;
	listener = listening;
	stats = stats_map();
	if (stats == NULL) {
		logger_write("no shared memory: %m");
		return EXIT_FAILURE;
	}
	watched.fd = open_signals();
	if (watched.fd < 0) {
		logger_write("signalfd: %m");
		return EXIT_FAILURE;
	}
	for (int i = 0; i < conf->workers; i++)
		start_worker(i);
	for (;;) {
		if (poll(&watched, 1, LOG_CHECK_MILLISECONDS) == 0)
			every_few_seconds();
		while (read(watched.fd, &info, sizeof(info)) == sizeof(info)) {
			switch (info.ssi_signo) {
			case SIGCHLD:
				reap();
				break;
			case SIGHUP:
				reload();
				break;
			case SIGUSR1:
				stats_dump(stats, conf->workers);
				break;
			default:
				stop();
				return EXIT_SUCCESS;
			}
		}
	}
}
