#include "relayd.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "compat.h"
#include "session.h"

#define EVENTS_AT_ONCE 64
/* Sessions that are open when a worker is told to quit get this many seconds to end. */
#define GRACE 30

struct loop {
	struct worker *worker;
	int epoll_fd;
	int signal_fd;
	int timer_fd;
	struct session *sessions;
	struct session *free_list;
	struct session *closed;		/* become free when the events at hand are done */
	int active;
	int quitting;			/* seconds left, 0 while running */
	int done;
};

static int add(struct loop *loop, int fd, void *mark)
{
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = mark };

	return fd < 0 ? -1 : epoll_ctl(loop->epoll_fd, EPOLL_CTL_ADD, fd, &event);
}

static int open_timer(void)
{
	struct itimerspec second = { .it_interval.tv_sec = 1, .it_value.tv_sec = 1 };
	int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);

	if (fd >= 0 && timerfd_settime(fd, 0, &second, NULL) < 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static int open_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGUSR1);
	if (sigprocmask(SIG_SETMASK, &set, NULL) < 0)
		return -1;
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static int open_loop(struct loop *loop, struct worker *worker)
{
	int max = worker->conf->max_sessions;

	loop->worker = worker;
	loop->sessions = calloc((size_t)max, sizeof(struct session));
	if (loop->sessions == NULL)
		return -1;
	for (int i = max - 1; i >= 0; i--) {
		loop->sessions[i].client.fd = loop->sessions[i].upstream.fd = -1;
		loop->sessions[i].next_free = loop->free_list;
		loop->free_list = &loop->sessions[i];
	}
	loop->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
	if (loop->epoll_fd < 0)
		return -1;
	loop->timer_fd = open_timer();
	loop->signal_fd = open_signals();
	if (add(loop, loop->timer_fd, &loop->timer_fd) < 0 || add(loop, loop->signal_fd, &loop->signal_fd) < 0)
		return -1;
	if (worker->control >= 0 && add(loop, worker->control, &worker->control) < 0)
		return -1;
	return add(loop, worker->listener, &worker->listener);
}

static void end_session(struct loop *loop, struct session *session)
{
	session_close(session);
	session->next_free = loop->closed;
	loop->closed = session;
	loop->active--;
	STATS_SUB(loop->worker->stats->active, 1UL);
}

static void accept_clients(struct loop *loop)
{
	struct worker *worker = loop->worker;
	int client, upstream;

	while ((client = accept_client(worker->listener)) >= 0) {
		struct session *session = loop->free_list;

		upstream = session == NULL ? -1 : address_connect(worker->conf->upstream);
		if (upstream < 0) {
			STATS_ADD(worker->stats->refused, 1UL);
			close(client);
			continue;
		}
		loop->free_list = session->next_free;
		loop->active++;
		STATS_ADD(worker->stats->accepted, 1UL);
		STATS_ADD(worker->stats->active, 1UL);
		if (session_open(session, loop->epoll_fd, client, upstream) < 0) {
			logger_write("epoll_ctl: %m");
			end_session(loop, session);
		}
	}
	if (errno != EAGAIN && errno != ECONNABORTED && errno != EINTR)
		logger_write("accept: %m");
}

static void start_quitting(struct loop *loop)
{
	if (loop->quitting > 0)
		return;
	epoll_ctl(loop->epoll_fd, EPOLL_CTL_DEL, loop->worker->listener, NULL);
	loop->quitting = GRACE;
}

static void on_timer(struct loop *loop)
{
	uint64_t ticks;
	time_t oldest = time(NULL) - loop->worker->conf->idle_timeout;

	if (read(loop->timer_fd, &ticks, sizeof(ticks)) != sizeof(ticks))
		return;
	for (int i = 0; i < loop->worker->conf->max_sessions; i++) {
		struct session *session = &loop->sessions[i];

		if (session->client.fd >= 0 && session->last_active < oldest)
			end_session(loop, session);
	}
	if (loop->quitting > 0 && --loop->quitting == 0)
		loop->done = 1;
	/* The master rotates the log; without one it is done here. */
	if (loop->worker->conf_path != NULL)
		logger_rotate(loop->worker->conf->log_limit);
}

static void reload(struct loop *loop)
{
	struct worker *worker = loop->worker;
	int max = worker->conf->max_sessions;
	char err[256];

	if (conf_read(worker->conf, worker->conf_path, err, sizeof(err)) < 0)
		logger_write("the old configuration stays: %s", err);
	worker->conf->max_sessions = max; /* the table has its size */
	if (logger_reopen() < 0)
		logger_write("the old log file stays: %m");
}

static void on_signal(struct loop *loop)
{
	struct signalfd_siginfo info;

	while (read(loop->signal_fd, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo == SIGTERM || info.ssi_signo == SIGINT)
			loop->done = 1;
		else if (loop->worker->conf_path == NULL)
			continue; /* the master's business */
		else if (info.ssi_signo == SIGHUP)
			reload(loop);
		else
			stats_dump(loop->worker->stats, 1);
	}
}

static void on_order(struct loop *loop)
{
	uint64_t orders;

	if (read(loop->worker->control, &orders, sizeof(orders)) != sizeof(orders))
		return;
	if (orders % ORDER_QUIT >= ORDER_REOPEN_LOG && logger_reopen() < 0)
		logger_write("the old log file stays: %m");
	if (orders >= ORDER_QUIT)
		start_quitting(loop);
}

static void on_event(struct loop *loop, struct epoll_event *event)
{
	void *mark = event->data.ptr;
	struct peer *peer = mark;

	if (mark == &loop->worker->listener)
		accept_clients(loop);
	else if (mark == &loop->timer_fd)
		on_timer(loop);
	else if (mark == &loop->signal_fd)
		on_signal(loop);
	else if (mark == &loop->worker->control)
		on_order(loop);
	else if (peer->fd >= 0 &&
		 !session_event(peer->session, loop->epoll_fd, peer, event->events, loop->worker->stats))
		end_session(loop, peer->session);
}

static void free_closed(struct loop *loop)
{
	struct session *session;

	while ((session = loop->closed) != NULL) {
		loop->closed = session->next_free;
		session->next_free = loop->free_list;
		loop->free_list = session;
	}
}

int worker_run(struct worker *worker)
{
	struct loop loop = { .epoll_fd = -1 };
	struct epoll_event events[EVENTS_AT_ONCE];

	signal(SIGPIPE, SIG_IGN);
	if (open_loop(&loop, worker) < 0) {
		logger_write("the worker cannot start: %m");
		return EXIT_FAILURE;
	}
	while (!loop.done && !(loop.quitting > 0 && loop.active == 0)) {
		int count = epoll_wait(loop.epoll_fd, events, EVENTS_AT_ONCE, -1);

		if (count < 0 && errno != EINTR) {
			logger_write("epoll_wait: %m");
			return EXIT_FAILURE;
		}
		for (int i = 0; i < count; i++)
			on_event(&loop, &events[i]);
		free_closed(&loop);
	}
	STATS_SUB(worker->stats->active, (unsigned long)loop.active);
	return EXIT_SUCCESS;
}
