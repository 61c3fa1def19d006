/* relayd: carries TCP connections from one address to another. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "relayd.h"
#include "session.h"

static int usage(int status)
{
	fputs("Usage: relayd [-f] [-t] [-c FILE]\n"
	      "  -f  stay in the foreground\n"
	      "  -t  check the configuration and end\n"
	      "  -c  configuration (default: /etc/relayd.conf)\n", status == 0 ? stdout : stderr);
	return status;
}

static void check_memory(const struct conf *conf)
{
	long available = stats_memory_available();
	long needed = (long)conf->workers * conf->max_sessions * (long)(sizeof(struct session) / 1024);

	if (available >= 0 && needed > available)
		logger_write("%d sessions need %ld kB of memory, %ld kB are there", conf->max_sessions, needed,
			     available);
}

int main(int argc, char **argv)
{
	static struct conf conf;
	static char absolute[PATH_MAX];
	const char *path = "/etc/relayd.conf";
	char err[256];
	int foreground = 0, only_test = 0, option, listener, status;

	while ((option = getopt(argc, argv, "c:fth")) != -1) {
		switch (option) {
		case 'c': path = optarg; break;
		case 'f': foreground = 1; break;
		case 't': only_test = 1; break;
		case 'h': return usage(EXIT_SUCCESS);
		default: return usage(EXIT_FAILURE);
		}
	}
	if (conf_read(&conf, path, err, sizeof(err)) < 0) {
		fprintf(stderr, "relayd: %s\n", err);
		return EXIT_FAILURE;
	}
	if (only_test)
		return EXIT_SUCCESS;
	/* A daemon leaves its folder, and reads the file again later. */
	if (realpath(path, absolute) == NULL) {
		fprintf(stderr, "relayd: %s: %s\n", path, strerror(errno));
		return EXIT_FAILURE;
	}
	listener = address_listen(conf.listen);
	if (listener < 0)
		return EXIT_FAILURE;
	if (logger_open(conf.log_file, conf.uid, conf.gid) < 0) {
		fprintf(stderr, "relayd: %s: %s\n", conf.log_file, strerror(errno));
		return EXIT_FAILURE;
	}
	if (!foreground && process_detach() < 0) {
		fprintf(stderr, "relayd: cannot detach: %s\n", strerror(errno));
		return EXIT_FAILURE;
	}
	if (process_write_pid_file(conf.pid_file) < 0) {
		logger_write("%s: %m", conf.pid_file);
		return EXIT_FAILURE;
	}
	process_set_limits(&conf);
	process_catch_crashes();
	check_memory(&conf);
	logger_write("relayd listens on %s, upstream is %s", conf.listen, conf.upstream);
	status = master_run(&conf, absolute, listener);
	logger_write("relayd ends");
	process_remove_pid_file(conf.pid_file);
	return status;
}
