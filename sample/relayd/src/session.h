/* A session: a client, its connection to the upstream server, and the bytes between them. */
#ifndef RELAYD_SESSION_H
#define RELAYD_SESSION_H

#include <time.h>

#include "relayd.h"

#define BUFFER_SIZE 16384

/* Bytes on their way to a peer. */
struct buffer {
	size_t start;
	size_t end;
	char data[BUFFER_SIZE];
};

struct session;

struct peer {
	struct session *session;
	int fd;				/* -1 while the session is free */
	uint32_t interest;		/* what epoll watches */
	int watched;
	int ended;			/* sends no more */
	int shut;			/* is sent no more */
	struct buffer outgoing;
};

struct session {
	struct peer client;
	struct peer upstream;
	time_t last_active;
	struct session *next_free;
};

/* Takes both descriptors and puts them under watch; -1 and errno if that fails. */
int session_open(struct session *session, int epoll_fd, int client, int upstream);
/* Moves what can be moved after an event of a peer; 0 when the session is over. */
int session_event(struct session *session, int epoll_fd, struct peer *peer, uint32_t events,
		  struct worker_stats *stats);
void session_close(struct session *session);

#endif
