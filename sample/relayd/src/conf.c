#include "relayd.h"

#include <ctype.h>
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct conf DEFAULTS = {
	.listen = "127.0.0.1:7000",
	.upstream = "127.0.0.1:7001",
	.workers = 2,
	.max_sessions = 512,
	.idle_timeout = 300,
	.pid_file = "/var/run/relayd.pid",
	.log_file = "/var/log/relayd.log",
	.log_limit = 16L << 20,
};

static int copy(char *to, size_t size, const char *from)
{
	if (strlen(from) >= size)
		return -1;
	strcpy(to, from);
	return 0;
}

/* A number with an optional k, m or g behind it. */
static int number(const char *text, long least, long most, long *value)
{
	char *end;

	errno = 0;
	*value = strtol(text, &end, 10);
	if (end == text || errno != 0)
		return -1;
	switch (tolower((unsigned char)*end)) {
	case 'g': *value <<= 10; /* fall through */
	case 'm': *value <<= 10; /* fall through */
	case 'k': *value <<= 10; end++;
	}
	return *end != '\0' || *value < least || *value > most ? -1 : 0;
}

static int find_user(struct conf *conf, const char *name)
{
	struct passwd *pw = getpwnam(name);

	if (pw == NULL)
		return -1;
	conf->uid = pw->pw_uid;
	conf->gid = pw->pw_gid;
	return copy(conf->user, sizeof(conf->user), name);
}

static int set_number(int *field, const char *value, long most)
{
	long n = 0;

	if (number(value, 1, most, &n) < 0)
		return -1;
	*field = (int)n;
	return 0;
}

static int set(struct conf *conf, const char *key, const char *value)
{
	if (strcmp(key, "listen") == 0)
		return copy(conf->listen, sizeof(conf->listen), value);
	if (strcmp(key, "upstream") == 0)
		return copy(conf->upstream, sizeof(conf->upstream), value);
	if (strcmp(key, "pid_file") == 0)
		return copy(conf->pid_file, sizeof(conf->pid_file), value);
	if (strcmp(key, "log_file") == 0)
		return copy(conf->log_file, sizeof(conf->log_file), value);
	if (strcmp(key, "chroot") == 0)
		return copy(conf->chroot_dir, sizeof(conf->chroot_dir), value);
	if (strcmp(key, "user") == 0)
		return find_user(conf, value);
	if (strcmp(key, "workers") == 0)
		return set_number(&conf->workers, value, MAX_WORKERS);
	if (strcmp(key, "max_sessions") == 0)
		return set_number(&conf->max_sessions, value, 65536);
	if (strcmp(key, "idle_timeout") == 0)
		return set_number(&conf->idle_timeout, value, 86400);
	if (strcmp(key, "log_limit") == 0)
		return number(value, 0, LONG_MAX, &conf->log_limit);
	return -1;
}

int conf_read(struct conf *conf, const char *path, char *err, size_t err_size)
{
	struct conf fresh = DEFAULTS;
	char line[PATH_MAX + 64];
	int number_of_line = 0;
	FILE *file = fopen(path, "re");

	if (file == NULL) {
		snprintf(err, err_size, "%s: %s", path, strerror(errno));
		return -1;
	}
	while (fgets(line, sizeof(line), file) != NULL) {
		char *key, *value, *rest;

		number_of_line++;
		line[strcspn(line, "#\n")] = '\0';
		key = strtok_r(line, " \t", &rest);
		if (key == NULL)
			continue;
		value = strtok_r(NULL, " \t", &rest);
		if (value == NULL || set(&fresh, key, value) < 0) {
			snprintf(err, err_size, "%s:%d: wrong value or unknown key \"%s\"", path, number_of_line, key);
			fclose(file);
			return -1;
		}
	}
	fclose(file);
	*conf = fresh;
	return 0;
}
