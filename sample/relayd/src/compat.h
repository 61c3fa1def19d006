/* Differences between the systems that relayd is built on. */
#ifndef RELAYD_COMPAT_H
#define RELAYD_COMPAT_H

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

/* The Makefile sets HAVE_x for Linux with glibc. */
#ifdef HAVE_ACCEPT4
#define accept_client(fd) accept4((fd), NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)
#else
static inline int accept_client(int listener)
{
	int fd = accept(listener, NULL, NULL);

	if (fd >= 0) {
		fcntl(fd, F_SETFL, O_NONBLOCK);
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
	return fd;
}
#endif

/* Sends a line of shell to /bin/sh; the status is that of wait(). */
#define run_shell system

#endif
