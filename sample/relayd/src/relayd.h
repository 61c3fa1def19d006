/* relayd: what its parts know of each other. */
#ifndef RELAYD_H
#define RELAYD_H

#include <limits.h>
#include <stdint.h>
#include <sys/types.h>

#define MAX_WORKERS 64

/* What the configuration file says. */
struct conf {
	char listen[128];
	char upstream[128];
	int workers;
	int max_sessions;
	int idle_timeout;		/* seconds */
	char pid_file[PATH_MAX];
	char log_file[PATH_MAX];
	long log_limit;			/* bytes, 0 is never */
	char user[64];
	uid_t uid;
	gid_t gid;
	char chroot_dir[PATH_MAX];
};

/* Counters of a worker, in memory that it shares with the master. */
struct worker_stats {
	pid_t pid;
	unsigned long accepted;
	unsigned long refused;		/* no room, or no upstream */
	unsigned long active;
	unsigned long bytes_in;		/* from clients */
	unsigned long bytes_out;	/* to clients */
	unsigned long restarts;
};

#define STATS_ADD(field, n) __atomic_fetch_add(&(field), (n), __ATOMIC_RELAXED)
#define STATS_SUB(field, n) __atomic_fetch_sub(&(field), (n), __ATOMIC_RELAXED)
#define STATS_GET(field) __atomic_load_n(&(field), __ATOMIC_RELAXED)

struct worker {
	struct conf *conf;
	/* Read again on SIGHUP where this process has no master; else NULL. */
	const char *conf_path;
	int listener;
	int control;			/* eventfd that the master's orders come through */
	struct worker_stats *stats;
};

/* Orders, as they are added up in the eventfd. */
#define ORDER_REOPEN_LOG 1u
#define ORDER_QUIT (1u << 16)

/* Functions answer with -1 and errno where they fail, unless something else is said. */

/* conf.c: reads a file over the defaults; a message in err if it is wrong. */
int conf_read(struct conf *conf, const char *path, char *err, size_t err_size);

/* logger.c: "syslog" or a file, which is given to uid and gid. */
int logger_open(const char *path, uid_t uid, gid_t gid);
/* Opens the file again by its name, also inside a chroot. */
int logger_reopen(void);
/* Moves the file away and compresses it if it is longer than limit; 1 if it was moved. */
int logger_rotate(long limit);
int logger_fd(void);
void logger_write(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* process.c: leaves the terminal and the caller's session. */
int process_detach(void);
/* Keeps the file locked; EWOULDBLOCK if another relayd runs. */
int process_write_pid_file(const char *path);
void process_remove_pid_file(const char *path);
/* Core files and descriptors; a limit that cannot be set is told in the log. */
void process_set_limits(const struct conf *conf);
/* Gives up root for the configured user, inside the configured folder. */
int process_drop_privileges(const struct conf *conf);
/* Prints a stack trace to the log when the program crashes. */
void process_catch_crashes(void);

/* stats.c: maps the counters, before the first fork. */
struct worker_stats *stats_map(void);
void stats_dump(const struct worker_stats *stats, int workers);
/* Kilobytes of memory that can be had, or -1 where that cannot be told. */
long stats_memory_available(void);

/* address.c: sockets for "host:port". */
int address_listen(const char *text);
int address_connect(const char *text);

/* master.c, worker.c: run until SIGTERM; the exit status of the process. */
int master_run(struct conf *conf, const char *conf_path, int listener);
int worker_run(struct worker *worker);

#endif
