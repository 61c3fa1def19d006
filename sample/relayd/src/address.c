#include "relayd.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 511

static struct addrinfo *resolve(const char *text, int flags)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = flags };
	struct addrinfo *found = NULL;
	char host[128];
	char *colon;
	int rc;

	snprintf(host, sizeof(host), "%s", text);
	colon = strrchr(host, ':');
	if (colon == NULL) {
		logger_write("%s: the port is missing", text);
		return NULL;
	}
	*colon = '\0';
	rc = getaddrinfo(host[0] == '\0' ? NULL : host, colon + 1, &hints, &found);
	if (rc != 0) {
		logger_write("%s: %s", text, gai_strerror(rc));
		return NULL;
	}
	return found;
}

int address_listen(const char *text)
{
	struct addrinfo *ai = resolve(text, AI_PASSIVE);
	int fd, on = 1;

	if (ai == NULL)
		return -1;
	fd = socket(ai->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd >= 0) {
		setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
		if (bind(fd, ai->ai_addr, ai->ai_addrlen) < 0 || listen(fd, BACKLOG) < 0) {
			logger_write("%s: %m", text);
			close(fd);
			fd = -1;
		}
	}
	freeaddrinfo(ai);
	return fd;
}

int address_connect(const char *text)
{
	struct addrinfo *ai = resolve(text, 0);
	int fd, saved;

	if (ai == NULL) {
		errno = EHOSTUNREACH;
		return -1;
	}
	fd = socket(ai->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, ai->ai_addr, ai->ai_addrlen) < 0 && errno != EINPROGRESS) {
		saved = errno;
		close(fd);
		errno = saved;
		fd = -1;
	}
	freeaddrinfo(ai);
	return fd;
}
